"""Rough input for `fuzz.py`: how it is made, what must hold of what comes out, and how a failing one is cut down."""
