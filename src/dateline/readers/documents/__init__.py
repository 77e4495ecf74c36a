"""Documents of word processors and printed pages."""
