"""`/api/v1`: what the pages are answered, for programs; described by `openapi.json`, which lies beside this module."""
