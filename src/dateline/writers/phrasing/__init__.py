"""The words and signs that all formats share: dates in words, citations, quotations, safe characters."""
