from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.events.parsing import parser
from dateline.languages import Language, named
from dateline.model import Span

ENGLISH = named("en")


def test_every_token_is_the_text_at_its_offsets(loaded: parser.Parser) -> None:
    text = "Ada Obi won’t sign.  The deal—worth $3m—fell through."
    parse = next(loaded.parse([(text, [Span(0, 19), Span(21, len(text))])]))
    assert [text[a:b] for a, b in zip(parse.starts, parse.ends, strict=True)] == parse.words
    assert parse.sentence[0] == 0
    assert parse.sentence[-1] == 1


def test_a_sentence_gets_the_same_tree_whatever_is_parsed_beside_it(loaded: parser.Parser) -> None:
    text = "The council met on Monday. Nobody came. The mayor said that the vote would be held again."
    last = Span(text.index("The mayor"), len(text))
    alone = next(loaded.parse([(text, [last])]))
    together = next(loaded.parse([(text, [Span(0, 26), Span(27, 39), last])]))
    begin = together.bounds[2][0]
    assert [head - begin for head in together.heads[begin:]] == alone.heads
    assert together.deps[begin:] == alone.deps


def test_only_the_chosen_sentences_are_parsed(loaded: parser.Parser) -> None:
    text = "One sentence. Another one. A third one."
    parse = next(loaded.parse([(text, [Span(14, 26)])]))
    assert parse.words == ["Another", "one", "."]


def test_articles_come_out_in_the_order_they_went_in(loaded: parser.Parser) -> None:
    texts = [f"Report number {number} was published." for number in range(300)]
    parses = list(loaded.parse((text, [Span(0, len(text))]) for text in texts))
    assert [parse.text for parse in parses] == texts
    assert all(parse.words[0] == "Report" for parse in parses)


def test_lemmas_hold_for_contractions_and_irregular_forms(loaded: parser.Parser) -> None:
    text = "They won't say who was told, and it's been sold."
    parse = next(loaded.parse([(text, [Span(0, len(text))])]))
    lemmas = dict(zip(parse.words, parse.lemmas, strict=True))
    assert (lemmas["wo"], lemmas["n't"], lemmas["was"], lemmas["told"], lemmas["sold"]) == (
        "will",
        "not",
        "be",
        "tell",
        "sell",
    )


def test_a_missing_parser_is_named_with_the_way_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "language.toml").write_text('parsers = ["no_such_model_package"]', encoding="utf-8")
    elsewhere = Language("qaa", tmp_path)
    assert not parser.installed(elsewhere)
    with pytest.raises(DatelineError, match=r"pip install 'dateline\[parse\]'"):
        parser.load(elsewhere)
