"""Text that no newsroom sends: nothing may break, and nothing may take longer than its length."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events.attribution.spans import attributions
from dateline.events.mentions.mentions import mentions
from dateline.events.parsing import parser
from dateline.languages import named
from dateline.model import Article, Span
from dateline.text.sentences import split


def read(loaded: parser.Parser, text: str, spans: list[Span]) -> int:
    """How much was read; every span checked."""
    article = Article("a", text, dt.date(2019, 4, 23))
    parse = next(loaded.parse([(text, spans)]))
    told = attributions(parse)
    found = mentions(article, parse, told)
    for attribution in told:
        assert attribution.cue
        assert attribution.content
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
    return len(told) + len(found)


WORDS = ["said", "he", "that", "Okoro", "will", "not", "“no", "”", '"', "meet", ",", ".", "and", "or", "if", "to", "\n"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_words_in_any_order_are_read_within_the_text(loaded: parser.Parser, words: list[str]) -> None:
    text = " ".join(words)
    assert read(loaded, text, split(named("en"), text)) >= 0


@pytest.mark.parametrize(
    "text",
    [
        "He said " * 500,
        "“" * 2000,
        "she hoped to try to fail to " * 120 + "go.",
        "not or " * 400,
        "He saw the end of " + "the end of " * 170 + "it.",
        "\u200b\ufeff\x00",
        "a" * 9000,
    ],
)
def test_long_and_broken_text_is_read_in_one_piece(loaded: parser.Parser, text: str) -> None:
    assert read(loaded, text, [Span(0, len(text))]) >= 0


def test_an_article_without_sentences_to_parse_tells_nothing(loaded: parser.Parser) -> None:
    assert read(loaded, "Nothing here is chosen.", []) == 0
