"""What somebody may: read, mark, add, each with what is before it."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody may."""

    ANYONE = "anyone"
    """Who has not said who they are."""
    READ = "read"
    """See everything."""
    MARK = "mark"
    """And star, note, correct, join, split."""
    ADD = "add"
    """And bring articles in."""

    def may(self, needed: "Role") -> bool:
        """Whether somebody of this role may do what needs another."""
        order = list(Role)
        return order.index(self) >= order.index(needed)
