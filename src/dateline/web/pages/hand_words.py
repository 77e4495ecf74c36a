"""What a person did, in words."""

from dateline.model import Mark, MarkKind


def words_of(made: Mark) -> str:
    """What was done, in words: `said of the date: 2019-04-25`."""
    value = made.values[0] if made.values else ""
    match made.kind:
        case MarkKind.STAR:
            return "starred"
        case MarkKind.HIDE:
            return "hid"
        case MarkKind.NOTE:
            return "noted"
        case MarkKind.TAG:
            return f"tagged “{value}”"
        case MarkKind.DATE | MarkKind.STATUS | MarkKind.HEADLINE:
            return f"corrected the {made.kind} to “{value}”"
        case MarkKind.SPEAKER:
            return f"corrected who says so to “{value}”" if value else "corrected who says so: the article itself"
        case MarkKind.JOIN:
            return "joined lines"
        case MarkKind.SPLIT:
            return "split the line"
        case MarkKind.WRITE:
            return "wrote the line"
        case MarkKind.MOVE:
            return f"moved {', '.join(made.articles)} to story {made.stories[-1]}" if made.stories else "moved articles"
        case MarkKind.JOIN_STORIES:
            return f"joined stories {', '.join(map(str, made.stories))}"
        case MarkKind.SPLIT_STORY:
            return f"made a story of {', '.join(made.articles)}"
        case MarkKind.TITLE:
            return f"called the story “{value}”"
    return f"opened the story “{value}”"
