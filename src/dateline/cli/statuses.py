"""The exit statuses of every command and what each of them means: the one place that decides on them."""

from collections.abc import Mapping

DONE = 0
LEFT_OUT = 1
FAILED = 2

MEANINGS: Mapping[int, str] = {
    DONE: "everything was read",
    LEFT_OUT: "the output is there, and something was left out: each piece is named on standard error with the reason",
    FAILED: "there is no output: nothing could be read, or an option cannot be met",
}
"""What each exit status means."""
