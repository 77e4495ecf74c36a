from dateline.languages import named
from dateline.model import Span
from dateline.text.sentences import split
from dateline.times.finding.placing import place, rejoined

ENGLISH = named("en")


def placed(text: str, *, antiquity: bool = False) -> list[tuple[str, int]]:
    return [
        (text[p.start : p.end], p.sentence) for p in place(ENGLISH, text, split(ENGLISH, text), antiquity=antiquity)
    ]


def test_each_expression_stands_in_its_sentence() -> None:
    assert placed("He left in May 1863. She stayed. In July 1864 they met.") == [("May 1863", 0), ("July 1864", 2)]


def test_what_a_guard_does_not_let_pass_is_read_otherwise_or_not_at_all() -> None:
    assert [p.meaning.kind for p in place(ENGLISH, "It lasts a day.", [Span(0, 15)])] == ["span"]
    assert [p.meaning.kind for p in place(ENGLISH, "90 flights a day.", [Span(0, 17)])] == ["set"]
    assert not placed("It cost 2000 votes.")


def test_three_figures_are_read_only_in_a_text_on_antiquity() -> None:
    assert placed("Peace was made in 241.") == []
    assert placed("Peace was made in 241.", antiquity=True) == [("241", 0)]


def test_sentences_cut_before_their_day_are_put_together() -> None:
    text = "Doors close at 10 p.m. Wednesday in Oslo."
    assert rejoined(ENGLISH, text, [Span(0, 22), Span(23, 41)]) == [Span(0, 41)]
    text = "It ran Nov. 30-Dec. 2 in Oslo."
    assert rejoined(ENGLISH, text, [Span(0, 19), Span(20, 30)]) == [Span(0, 30)]


def test_sentences_that_end_with_a_time_stay_apart() -> None:
    text = "Doors close at 10 p.m. On Friday they open."
    cut = [Span(0, 22), Span(23, 43)]
    assert rejoined(ENGLISH, text, cut) == cut


def test_figures_of_a_code_are_no_years() -> None:
    assert not placed("The quasar RXJ1131-1231 lies far away.")
    assert placed("He ruled from 1991-1995.") == [("1991", 0), ("1995", 0)]
