"""The exit statuses of every command and what each of them means: the one place that decides on them."""

from collections.abc import Mapping

DONE = 0
LEFT_OUT = 1
FAILED = 2
INTERRUPTED = 130
TERMINATED = 143

MEANINGS: Mapping[int, str] = {
    DONE: "all was read, and the output is written",
    LEFT_OUT: "the output is written, and something was left out: standard error names each piece and says why",
    FAILED: "there is no output: no article could be read, an option cannot be met, the output cannot be written, "
    "or Dateline met a fault of its own; standard error says which",
    INTERRUPTED: "stopped from the keyboard (SIGINT); there is no output",
    TERMINATED: "stopped from outside (SIGTERM); there is no output",
}
"""Exit status → what it means. As shells have it, an ending by a signal is 128 and the signal's number."""
