"""A file or an address in, a database with the tables of an archive out; articles in, rows out, and back."""
