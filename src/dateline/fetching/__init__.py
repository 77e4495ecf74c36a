"""The one door to the network: addresses in, pages in a folder out, politely, and closed to private addresses."""
