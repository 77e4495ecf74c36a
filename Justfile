# The tasks, for those who have `just`; each is the script of its name, with the same arguments.

_default:
    @just --list --unsorted

# make .venv with everything the other tasks need
install *args:
    @scripts/install {{args}}

# the fast tests, by the README's command
test *args:
    @scripts/test {{args}}

# every test
test-all *args:
    @scripts/test-all {{args}}

# the fast tests on another Python: just test-on 3.13
test-on version *args:
    @scripts/test-on {{version}} {{args}}

# ruff; --fix mends what it can
lint *args:
    @scripts/lint {{args}}

# mypy, strict
types *args:
    @scripts/types {{args}}

# write the pages made from the code, and check every page
docs *args:
    @scripts/docs {{args}}

# accuracy against its floors
gate *args:
    @scripts/gate {{args}}

# rough inputs through the whole library
fuzz *args:
    @scripts/fuzz {{args}}

# faults put into decisions: how many do the tests catch?
faults *args:
    @scripts/faults {{args}}

# all of it
check:
    @scripts/check

# A PostgreSQL of its own for the tests, in a folder.
postgres *arguments:
    @scripts/postgres {{arguments}}
