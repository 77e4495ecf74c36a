"""Acts of saying of a text, each settled by the others: within whose words one stands, and what was said before."""

import pytest

from dateline.entities.article_names import Names
from dateline.events.speakers.sayings import settled
from dateline.events.speakers.source import Act, Source
from dateline.events.speakers.speakers import Speakers
from dateline.languages import named
from dateline.model import Span
from dateline.text.sentences import split

ENGLISH = named("en")


def told(text: str, *acts: tuple[str, str]) -> list[str | None]:
    """Who speaks in acts of saying, given by the words of their sources and of what is said, in text order."""
    speakers = Speakers(Names(ENGLISH, text), split(ENGLISH, text))
    made = []
    for words, content in acts:
        at, start = text.rindex(words), text.index(content)
        source = Source(words, at, words[0].isupper() and " " in words)
        made.append(Act(source, (Span(start, start + len(content)),), content.startswith("“"), is_spoken=True))
    return [saying.speaker.told for saying in settled(speakers, made)]


@pytest.mark.parametrize(
    ("text", "acts", "speakers", "because"),
    [
        (
            "“I told them so,” Tor Lund said.",
            [("I", "them so"), ("Tor Lund", "“I told them so,”")],
            ["Tor Lund", "Tor Lund"],
            "a quotation's first person is who is quoted",
        ),
        (
            "Karl Weiss came in May. “He said the road was shut,” Tor Lund said.",
            [("He", "the road was shut"), ("Tor Lund", "“He said the road was shut,”")],
            ["Karl Weiss", "Tor Lund"],
            "who is quoted is no he in his own words",
        ),
        (
            "Tor Lund came in May. “He said the road was shut,” Tor Lund said.",
            [("He", "the road was shut"), ("Tor Lund", "“He said the road was shut,”")],
            [None, "Tor Lund"],
            "nor where nobody else is named",
        ),
        (
            "Karl Weiss was ill. Tor Lund said he told the town to wait.",
            [("Tor Lund", "he told the town to wait"), ("he", "the town to wait")],
            ["Tor Lund", "Tor Lund"],
            "told in other words he is who tells it",
        ),
        (
            "Tor Lund came in May. Karl Weiss was ill, he said.",
            [("he", "Karl Weiss was ill")],
            ["Tor Lund"],
            "who is named in what is said does not say it",
        ),
    ],
)
def test_who_speaks_within_another_s_words(
    text: str, acts: list[tuple[str, str]], speakers: list[str | None], because: str
) -> None:
    assert told(text, *acts) == speakers, because
