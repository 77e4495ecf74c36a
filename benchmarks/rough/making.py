"""Rough inputs from a seed: news-like articles and stories, and what goes wrong with them on the way to us.

`make(seed, number)` gives the same input on every machine. Each is of one of `KINDS`, which says what is done
to it.
"""

import datetime as dt
import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from dateline import Article, Dateline, Skip, Span
from dateline.model import SkipKind

_HERE = Path(__file__).resolve().parent
MATERIAL: Mapping[str, Sequence[str]] = tomllib.loads((_HERE / "material.toml").read_text(encoding="utf-8"))

# Of a hundred inputs, how many also go through the parser: it takes as long as all else together.
PARSED = 12
# Of a hundred inputs, how many are long. Most faults show in a sentence or two, at a tenth of the time; what grows
# faster than the text shows in the long ones.
LONG = 10
# Sentences of a text at most, code points of a pumped stretch from and to, dates of a list from and to: of most inputs,
# and of the long ones.
SENTENCES = (3, 8)
PUMP = ((60, 400), (400, 6000))
DATES = ((5, 20), (20, 150))


@dataclass(frozen=True)
class Case:
    """One input: articles as the library takes them, or a file as a reader takes it."""

    kind: str
    articles: tuple[Article, ...] = ()
    file: tuple[str, bytes] | None = None
    """A file's name and content, instead of articles."""
    since: dt.date = dt.date(2021, 5, 4)
    """The day from which changes are asked for."""
    parse: bool = False
    """Whether it goes through the parser, too."""
    draw: int = 0
    """By what the formats it is written in are drawn; it stays when the input is cut down."""


def make(seed: int, number: int) -> Case:
    """The input of a seed and a number."""
    random = Random(f"{seed}:{number}")
    kind = random.choices(tuple(KINDS), weights=[share for share, _ in KINDS.values()])[0]
    case = KINDS[kind][1](random)
    since = dt.date(2021, 5, random.randint(1, 9))
    return replace(case, kind=kind, since=since, parse=random.randrange(100) < PARSED, draw=random.randrange(10**6))


def _filled(random: Random, sentence: str) -> str:
    for slot, words in _SLOTS.items():
        while (field := "{" + slot + "}") in sentence:
            sentence = sentence.replace(field, random.choice(MATERIAL[words]), 1)
    return sentence


# `thing` comes first: one of them holds another slot.
_SLOTS = {
    "thing": "things",
    "person": "people",
    "other": "people",
    "place": "places",
    "country": "places",
    "body": "bodies",
    "outlet": "outlets",
    "number": "numbers",
    "time": "times",
}


def _sentence(random: Random) -> str:
    filled = _filled(random, random.choice(MATERIAL["sentences"]))
    return filled[:1].upper() + filled[1:]


def _is_long(random: Random) -> bool:
    return random.randrange(100) < LONG


def _text(random: Random) -> str:
    sentences = [_sentence(random) for _ in range(random.randint(1, SENTENCES[_is_long(random)]))]
    text = sentences[0]
    for sentence in sentences[1:]:
        text += random.choice((" ", " ", " ", "\n", "\n\n")) + sentence
    return text


def _article(random: Random, text: str, number: int = 0) -> Article:
    return Article(
        id=f"a{number}",
        text=text,
        published=dt.date(2021, 5, 1) + dt.timedelta(random.randint(0, 9)),
        source=random.choice((None, *MATERIAL["outlets"])),
        title=random.choice((None, _filled(random, random.choice(MATERIAL["titles"])))),
    )


def _one(change: Callable[[Random, str], str]) -> Callable[[Random], Case]:
    """A kind of which an input is one article whose text is changed."""
    return lambda random: Case("", (_article(random, change(random, _text(random))),))


def _unchanged(_: Random, text: str) -> str:
    return text


def _cut_off(random: Random, text: str) -> str:
    """Ends anywhere, as feeds and captions do; or every sentence does."""
    if random.random() < 0.5:
        return text[: random.randint(1, len(text))]
    lines = [line.split() for line in text.replace(". ", ".\n").splitlines() if line.split()]
    return " ".join(" ".join(words[: random.randint(1, len(words))]) for words in lines)


def _pumped(random: Random, text: str) -> str:
    """Holds one word or mark again and again."""
    pump = random.choice(MATERIAL["pumps"])
    times = random.randint(*PUMP[_is_long(random)]) // len(pump)
    place = random.choice((0, len(text), random.randint(0, len(text))))
    return text[:place] + pump * times + text[place:]


def _many_dates(random: Random, text: str) -> str:
    """Lists dates without end in one sentence."""
    kind = random.randrange(3)
    count = random.randint(*DATES[_is_long(random)])
    if kind == 0:
        dates = [str(1600 + random.randrange(500)) for _ in range(count)]
    elif kind == 1:
        dates = [f"{random.randint(1, 31)} {random.choice(('May', 'June', 'Sept.'))} 2021" for _ in range(count)]
    else:
        dates = [random.choice(MATERIAL["times"]) for _ in range(count)]
    return f"{text} The court sat {random.choice((', ', ' and ', '; ', ' ')).join(dates)}, {_sentence(random)}"


def _far_dates(random: Random, text: str) -> str:
    """Tells of days at the edge of the calendar and beyond."""
    for _ in range(random.randint(1, 4)):
        far = random.choice(MATERIAL["far_times"])
        text += " " + _filled(random, random.choice(MATERIAL["sentences"]).replace("{time}", far))
    return text


def _odd_characters(random: Random, text: str) -> str:
    """Has blanks, marks and letters that text programs trip over, between words or within."""
    characters = list(text)
    for _ in range(random.randint(1, 12)):
        place = random.randrange(len(characters))
        odd = random.choice(MATERIAL["odd"])
        if random.random() < 0.5:
            characters[place] = odd
        else:
            characters.insert(place, odd)
    if random.random() < 0.05:
        characters.insert(random.randrange(len(characters)), "\ud83d")  # half a character, as broken JSON brings
    return "".join(characters)


def _other_case(random: Random, text: str) -> str:
    return random.choice((str.upper, str.lower, str.title, str.swapcase, lambda t: t.replace("s", "ſ")))(text)


def _shuffled(random: Random, text: str) -> str:
    """Has its words dropped, doubled and moved, and stops where none belong."""
    words = text.split(" ")
    for _ in range(random.randint(1, max(2, len(words) // 2))):
        place = random.randrange(len(words))
        act = random.randrange(4)
        if act == 0 and len(words) > 1:
            del words[place]
        elif act == 1:
            words.insert(place, words[random.randrange(len(words))])
        elif act == 2:
            words[place] = words[place] + random.choice((".", ",", "”", "“", "...", ";", "?", ")", ":", "-", "’s"))
        else:
            words.insert(place, random.choice(("said", "not", "and", "who", "if", "0", "he", "on", "May", "A", "to")))
    return " ".join(words)


def _with_markup(random: Random, text: str) -> str:
    """Brings along what other programs would run."""
    for _ in range(random.randint(1, 4)):
        place = random.choice((0, random.randint(0, len(text))))
        text = text[:place] + random.choice(MATERIAL["hostile"]) + text[place:]
    return text


def _hostile_fields(random: Random) -> Case:
    """Every field but the text holds what nobody would write there."""

    def words() -> str | None:
        return random.choice(
            (
                None,
                "",
                " ",
                random.choice(MATERIAL["hostile"]),
                random.choice(MATERIAL["odd"]) * random.randint(1, 5),
                _sentence(random) * random.randint(1, 20),
                random.choice(MATERIAL["outlets"]) + random.choice(MATERIAL["hostile"]),
            )
        )

    articles = []
    for number in range(random.randint(1, 3)):
        text = _text(random)
        start = random.randrange(len(text))
        end = random.randint(start + 1, len(text))
        skip = Skip(start, end, SkipKind.CAPTION) if random.random() < 0.3 else None
        dateline = Dateline(words(), words(), Span(0, random.randint(1, len(text)))) if random.random() < 0.2 else None
        articles.append(
            Article(
                id=words() or f"a{number}",
                text=text,
                published=random.choice(
                    (None, dt.date.min, dt.date.max, dt.date(2021, 5, 4), dt.date(2020, 2, 29), dt.date(9999, 12, 30))
                ),
                source=words(),
                title=words(),
                url=words(),
                byline=words(),
                dateline=dateline,
                language=random.choice((None, None, "en", "en-GB", "EN", "und", "de", "x-none", "")),
                updated=random.choice((None, None, dt.datetime(2021, 5, 6, 12, tzinfo=dt.UTC))),
                skipped=(skip,) if skip and not dateline else (),
            )
        )
    return Case("", tuple(articles))


def _story(random: Random) -> Case:
    """Several articles of some days on the same people, places and days: copies, versions, missing dates, figures."""
    told = [_sentence(random) for _ in range(random.randint(2, 6))]
    articles: list[Article] = []
    for number in range(random.randint(2, 6)):
        act = random.random()
        if articles and act < 0.2:  # a copy under another name, a little changed
            other = random.choice(articles)
            text = other.text.replace("said", "told", 1) if random.random() < 0.5 else other.text
            articles.append(replace(_article(random, text, number), published=other.published))
        elif articles and act < 0.35:  # a newer version of the same article
            other = random.choice(articles)
            moment = dt.datetime(2021, 5, random.randint(1, 12), random.randrange(24), tzinfo=dt.UTC)
            text = _shuffled(random, other.text) if random.random() < 0.5 else other.text + " " + _sentence(random)
            articles.append(replace(other, text=text, updated=moment))
        else:
            shared = random.sample(told, random.randint(1, len(told)))
            text = " ".join([*shared, _text(random)])
            article = _article(random, text, number)
            articles.append(replace(article, published=None) if random.random() < 0.1 else article)
    return Case("", tuple(articles))


def _figures(random: Random) -> Case:
    """One figure told day after day: growing, sinking, nothing at all."""
    place, verb = random.choice(MATERIAL["places"]), random.choice(("were killed in", "are missing in", "fled"))
    articles = []
    for number in range(random.randint(2, 4)):
        figure = random.choice(MATERIAL["numbers"])
        text = f"On {random.choice(('Monday', 'Tuesday', '4 May'))} {figure} people {verb} {place}, police said."
        articles.append(_article(random, text + " " + _sentence(random), number))
    return Case("", tuple(articles))


def _file(random: Random) -> Case:
    """A file: with a header or none, as JSON Lines, broken, cut, in another encoding, of bytes that are no text."""
    text = random.choice((_unchanged, _cut_off, _odd_characters, _with_markup, _shuffled))(random, _text(random))
    day = random.choice(("2021-05-04", "May 4, 2021", "4 Auguſt 2021", "04/05/2021", "", "tomorrow", "31.04.2021", "0"))
    if random.random() < 0.5:
        label = random.choice(("Date: ", "Published: ", "date ", "DATE:", "", "Updated: "))
        head = f"Title: {_filled(random, MATERIAL['titles'][0])}\n{label}{day}\nSource: {MATERIAL['outlets'][0]}\n\n"
        name, content = random.choice(("report.txt", "report-2021-05-04.txt", "x.md")), head + text
        if random.random() < 0.3:
            content += random.choice(("\n---\n", "\f", "\n\n\n* * *\n", "\n=====\n")) + head + _text(random)
    else:
        rows = [
            {"id": "a", "published": day, "text": text, "title": random.choice((None, 3, "x")), "url": []},
            {"text": text, "published": "2021-05-04T25:00:00Z", "updated": random.choice((None, day, 5))},
            {"published": "2021-05-04", "text": _text(random)},
        ]
        name = random.choice(("rows.jsonl", "rows.json"))
        content = "\n".join(json.dumps(row) for row in rows) if name == "rows.jsonl" else json.dumps(rows)
    encoding = random.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"))
    data = content.encode(encoding, "replace" if encoding != "utf-8" else "surrogatepass")
    act = random.random()
    if act < 0.2:
        data = data[: random.randrange(len(data))]
    elif act < 0.4:
        place = random.randrange(len(data))
        data = data[:place] + random.randbytes(random.randint(1, 8)) + data[place:]
    return Case("", file=(name, data))


KINDS: Mapping[str, tuple[int, Callable[[Random], Case]]] = {
    "plain": (8, _one(_unchanged)),
    "cut off": (14, _one(_cut_off)),
    "pumped": (5, _one(_pumped)),
    "many dates": (3, _one(_many_dates)),
    "far dates": (8, _one(_far_dates)),
    "odd characters": (12, _one(_odd_characters)),
    "letter case": (4, _one(_other_case)),
    "shuffled words": (12, _one(_shuffled)),
    "markup": (8, _one(_with_markup)),
    "hostile fields": (8, _hostile_fields),
    "story": (8, _story),
    "figures": (4, _figures),
    "file": (6, _file),
}
"""Kind of input → how many of a hundred are of it, and what makes one."""
