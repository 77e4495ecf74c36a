"""Dated passages in, the dates and sentences worth showing out."""
