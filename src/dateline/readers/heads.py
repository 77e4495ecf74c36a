"""The text of an article in, what the lines above its story say out: labels, title, byline and date."""

import re
from dataclasses import dataclass, field

from dateline.errors import ImpossibleDate, UndatedArticle
from dateline.model import Skip, SkipKind
from dateline.readers import dates
from dateline.readers.headers import agency_of, dateline_of, headers

SEPARATOR = re.compile(r"(?:^|(?<=\r))[ \t]*(?:-{3,}|={3,}|\*{3,}|\#{3,})[ \t]*(?=[\r\n]|\Z)", re.MULTILINE)
"""A line that divides articles; within a head, one that fences labels or underlines a title."""

_LINE = re.compile(r"[^\r\n]*")
_LABEL = re.compile(r"[ \t]*([^\W\d_]+(?: [^\W\d_]+){0,2})[ \t]*:(?!//)[ \t]*(.*?)[ \t]*$")
_NAMES = re.compile(r"([^\W\d_].{1,120}?)[ \t]*$")
_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"[\d:./+-]+")

# Why the line of a label is skipped, when it is no mere header.
_WHY = {"title": SkipKind.TITLE, "byline": SkipKind.BYLINE}

# A head has at most so many lines: twice the labels there are.
_LINES = 16
# Characters of a label with its value, of a line that is a date, and of a byline.
_LABEL_LENGTH, _DATE_LENGTH, _BYLINE_LENGTH = 1_000, 100, 140
# Characters of a title: of the 1,149 in the development corpora, one is longer.
_TITLE_LENGTH = 200
# Characters of a summary between title and byline.
_STANDFIRST_LENGTH = 400
# Words of a byline: four names with what joins them.
_BYLINE_WORDS = 12


@dataclass(slots=True)
class Head:
    """What the head of one article says; offsets count from the article's start."""

    fields: dict[str, str] = field(default_factory=dict)
    """Field of `Draft` → the words given for it."""
    skipped: list[Skip] = field(default_factory=list)
    """Its lines, each with its reason."""
    body: int = 0
    """Where the story begins."""
    date_at: int = 0
    """Where the line with the date of publication begins."""

    def take(self, key: str, words: str, at: int) -> None:
        """Keep what a line that begins at `at` gives for a field; the first line that gives one counts."""
        if words and key not in self.fields:
            self.fields[key] = words
            if key == "published":
                self.date_at = at

    def skip(self, words: str, start: int, why: SkipKind) -> None:
        """Mark the words that begin at `start`, without the white space around them."""
        begin = start + len(words) - len(words.lstrip())
        self.skipped.append(Skip(begin, start + len(words.rstrip()), why))


def read_head(text: str) -> Head:
    """Read the lines above the story; the first line that does not belong to the head ends it."""
    head = Head()
    position = 0
    title: tuple[int, int] | None = None  # an unlabelled line that is the title, if a blank or more of the head follows
    for _ in range(_LINES):
        line = _next_line(text, position)
        if line is None:
            break
        start, end, after_blank = line
        words = text[start:end]
        dated = headers().date_and_more.match(words)
        story_follows = dated is not None and not _only_of_dates(words[dated.end() :])
        of_head = story_follows or _is_of_head(head, words, start)
        if title and (of_head or after_blank):
            _take_title(head, text, title)
            title = None
        if dated and story_follows:
            _take_date_and_more(head, text, start, end, dated)
            break
        if of_head:
            head.body = end
        elif title is None and "title" not in head.fields and is_title(words):
            title = (start, end)
        elif "title" not in head.fields or not _is_standfirst(text, start, end):
            break
        position = end
    head.skipped.sort(key=lambda skip: skip.start)
    return head


def is_title(words: str) -> bool:
    """Whether a line on its own reads as a title: short, not closed as a sentence is, and no dateline."""
    words = words.strip()
    closed = words.endswith((".", ":", ";", ",", ".”", '."'))
    return len(words) <= _TITLE_LENGTH and not closed and dateline_of(words) is None


def _next_line(text: str, position: int) -> tuple[int, int, bool] | None:
    """The next line that is not blank: start, end, and whether a blank line stands before it."""
    breaks = 0
    while position < len(text):
        found = _LINE.match(text, position)
        end = found.end() if found else position
        if end > position and not text[position:end].isspace():
            return position, end, breaks > 1
        position = end + (2 if text.startswith("\r\n", end) else 1)
        breaks += 1
    return None


def _is_of_head(head: Head, words: str, start: int) -> bool:
    """Take a line that can only belong to a head; False when it may be part of the story."""
    if SEPARATOR.match(words):
        head.skip(words, start, SkipKind.HEADER)
        return True
    return any(take(head, words, start) for take in (_take_label, _take_date, _take_byline, _take_outlet))


def _take_label(head: Head, words: str, start: int) -> bool:
    """Take `Label: value` when the label is known."""
    found = _LABEL.match(words) if len(words) < _LABEL_LENGTH else None
    key = headers().labels.get(found[1].lower()) if found else None
    if found is None or key is None:
        return False
    head.take(key, found[2], start)
    head.skip(words, start, _WHY.get(key, SkipKind.HEADER))
    return True


def _take_date(head: Head, words: str, start: int) -> bool:
    """Take a line that is a date and nothing else; an impossible one too, so that it is refused by name later on."""
    if len(words) > _DATE_LENGTH or not _only_of_dates(words):
        return False
    try:
        if dates.find(words, "") is None:
            return False
    except UndatedArticle:
        return False
    except ImpossibleDate:
        pass
    updated = headers().updated.intersection(_WORD.findall(words.lower()))
    head.take("updated" if updated else "published", words.strip(), start)
    head.skip(words, start, SkipKind.HEADER)
    return True


def _take_byline(head: Head, words: str, start: int) -> bool:
    """Take a line such as `By Ann Lee and Omar Haddad`."""
    opening = headers().byline.match(words) if len(words) < _BYLINE_LENGTH else None
    found = _NAMES.match(words, opening.end()) if opening else None
    if found is None or not _names_people(found[1]):
        return False
    head.take("byline", found[1], start)
    head.skip(words, start, SkipKind.BYLINE)
    return True


def _take_outlet(head: Head, words: str, start: int) -> bool:
    """Take a line that holds the name of an agency alone, or an address."""
    line = words.strip()
    if not (_ADDRESS.fullmatch(line) or (len(line) < _BYLINE_LENGTH and agency_of(line))):
        return False
    head.take("url" if _ADDRESS.fullmatch(line) else "source", line, start)
    head.skip(words, start, SkipKind.HEADER)
    return True


def _is_standfirst(text: str, start: int, end: int) -> bool:
    """Whether a line below the title is a summary: a byline or a publication date follows. It is part of the story."""
    line = _next_line(text, end)
    if line is None or end - start > _STANDFIRST_LENGTH:
        return False
    words = text[line[0] : line[1]]
    if _take_byline(Head(), words, 0):
        return True
    # A bare date may head a section of the story.
    stamped = headers().stamps.intersection(_WORD.findall(words.lower()))
    return bool(stamped) and _take_date(Head(), words, 0)


def _take_title(head: Head, text: str, title: tuple[int, int]) -> None:
    start, end = title
    head.take("title", text[start:end].strip("# \t"), start)  # a heading in Markdown has `#` before it
    head.skip(text[start:end], start, SkipKind.TITLE)
    head.body = max(head.body, end)


def _take_date_and_more(head: Head, text: str, start: int, end: int, dated: re.Match[str]) -> None:
    """Take the line `date 2019-04-23 …`, on which a byline, a dateline and the story follow."""
    head.take("published", dated[1], start)
    head.skip(dated[0], start, SkipKind.HEADER)
    head.body = start + dated.end()
    rest = text[head.body : end]
    if by := headers().byline.match(rest):
        opening = dateline_of(rest)
        stop = opening.span.start if opening and opening.span else len(rest)
        names = rest[by.end() : stop].strip()
        if _names_people(names):
            head.take("byline", names, start)
            head.skip(rest[:stop], head.body, SkipKind.BYLINE)
            head.body += stop


def _only_of_dates(words: str) -> bool:
    """Whether there is nothing but figures, months and words that may stand beside a date."""
    beside = headers().beside
    return all(word in beside for word in _WORD.findall(_FIGURES.sub(" ", words[:_LABEL_LENGTH]).lower()))


def _names_people(words: str) -> bool:
    """Whether what follows `By` is names: words with a capital and joining words, not ended like a sentence."""
    parts = words.split()
    joining = headers().joining
    return (
        0 < len(parts) <= _BYLINE_WORDS
        and parts[0][:1].isupper()
        and not words.endswith((".", "?", "!", ":", ";"))
        and all(part[:1].isupper() or part.strip(",") in joining or not part[:1].isalpha() for part in parts)
    )
