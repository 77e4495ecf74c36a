"""A dated sentence in, its figures out: how many of what, and for which day it tells them."""
