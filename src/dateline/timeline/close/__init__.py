"""Passages in, tellings out: what each chosen passage tells, in a form that can be compared with another."""
