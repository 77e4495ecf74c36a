"""Archives: what lies in them is read as if it lay in folders."""
