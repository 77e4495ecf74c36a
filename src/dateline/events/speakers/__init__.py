"""Who a source is: by name where the article tells it, else as written."""
