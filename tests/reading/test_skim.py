import datetime as dt

from dateline.languages import named
from dateline.model import Article, Skip, SkipKind
from dateline.reading.skim import Skim, skim

ENGLISH = named("en")
REPORT = (
    "Date: 2021-03-04\n\nSKARN, March 4 (Reuters) - The ferry Marigold sank on Wednesday. "
    "It will be raised on Friday.\n\n"
    "PHOTO: The ferry in 1987.\n\nNine people were hurt."
)
HEADER = Skip(0, 16, SkipKind.HEADER)


def read(text: str, *skipped: Skip) -> Skim:
    return skim(ENGLISH, Article("a", text, dt.date(2021, 3, 4), skipped=skipped))


def test_sentences_are_those_of_the_story() -> None:
    assert [span.of(REPORT) for span in read(REPORT, HEADER).sentences] == [
        "The ferry Marigold sank on Wednesday.",
        "It will be raised on Friday.",
        "Nine people were hurt.",
    ]


def test_what_is_not_the_story_is_skipped_with_its_reason() -> None:
    assert [(skip.why, skip.span.of(REPORT)) for skip in read(REPORT, HEADER).skipped] == [
        ("header", "Date: 2021-03-04"),
        ("dateline", "SKARN, March 4 (Reuters) - "),
        ("caption", "PHOTO: The ferry in 1987."),
    ]


def test_times_are_those_of_the_whole_text_but_for_its_header() -> None:
    times = {timex.text: timex.value for timex in read(REPORT, HEADER).timexes}
    assert times == {"March 4": "2021-03-04", "Wednesday": "2021-03-03", "Friday": "2021-03-05", "1987": "1987"}


def test_nothing_is_read_of_an_empty_text() -> None:
    assert read("") == Skim((), (), ())
