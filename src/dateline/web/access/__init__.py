"""Who may: one table of routes and roles, and the one guard before all of them that enforces it."""
