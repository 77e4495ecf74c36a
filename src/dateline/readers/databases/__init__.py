"""What databases of the press hand out: several articles in one file, in an order of their own."""
