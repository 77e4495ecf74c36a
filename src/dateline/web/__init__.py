"""`dateline serve`: the pages, each with its JSON twin, and the API, on one archive; no request leaves the machine.

app.py        the application, made of an archive and settings
desk.py       what pages and API ask of the archive: one answer for both
access/       who may: the table of routes, people, sessions, hosts, and the guard that enforces them
failures.py   what went wrong, the same shape for pages and API
pages/        what is shown, with `templates/` and `static/`
"""
