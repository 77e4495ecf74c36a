"""Migrations of the schema, one module each, run by Alembic in order of their numbers."""
