import pytest

from dateline.languages import empty, named
from dateline.text import headings, sentences
from dateline.text.headings import Kind

ENGLISH = named("en")

STORY = "The mayor resigned on Monday. Her deputy takes over."
NEXT = "The line reopened on Tuesday."


def governed(text: str) -> list[tuple[str, str]]:
    spans = sentences.split(ENGLISH, text)
    found = headings.blocks(ENGLISH, text, spans)
    return [(block.kind, text[spans[block.first].start : spans[block.last].end]) for block in found]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Related stories", "list"),
        ("MOST READ IN SPORT", "list"),
        ("More from The Meridian", "list"),
        ("You may also like:", "list"),
        ("» Also in the news", "list"),
        ("Editor’s picks", "list"),
        ("In pictures", "pictures"),
        ("CCTV footage", "pictures"),
        ("About the authors", "writer"),
        ("Media contacts", "writer"),
        ("12 comments", "remarks"),
        ("Join the conversation", "remarks"),
        ("Sign up for our newsletter", "call"),
        ("Corrections and clarifications", "note"),
    ],
)
def test_a_heading_is_known_by_its_words_whatever_stands_around_them(heading: str, kind: str) -> None:
    assert governed(f"{STORY}\n\n{heading}")[0][0] == kind


@pytest.mark.parametrize(
    "heading",
    [
        "Taking refuge",
        "What happened next",
        "Key dates",
        "More than 40 dead",
        "The vote",
        "Follow the money",
        "About 30 people",
    ],
)
def test_a_heading_of_the_story_governs_nothing(heading: str) -> None:
    assert governed(f"{STORY}\n\n{heading}\nStorm kills four on Sunday\n\n{NEXT}") == []


@pytest.mark.parametrize(
    "block",
    [
        "Related stories\nStorm kills four on Sunday\nBridge closes until July 3.",
        "Most read\n\nStorm kills four on Sunday\n\nWho pays for the bridge?",
        "More on this story\n• Storm kills four on Sunday.\n• Bridge closes until July 3.",
    ],
)
def test_headlines_of_other_articles_go_with_their_heading_and_the_story_goes_on(block: str) -> None:
    assert governed(f"{STORY}\n\n{block}\n\n{NEXT}") == [(Kind.LIST, block)]


def test_without_blank_lines_the_first_closed_line_is_the_story_again() -> None:
    block = "Related stories\nStorm kills four on Sunday\nBridge closes until July 3"
    assert governed(f"{STORY}\n{block}\n{NEXT}\nIt had been shut.") == [(Kind.LIST, block)]


def test_a_heading_whose_list_is_lost_takes_nothing_of_the_story() -> None:
    assert governed(f"{STORY}\n\nRelated stories\n\n{NEXT}") == [(Kind.LIST, "Related stories")]


def test_few_short_lines_to_the_end_of_a_text_are_teasers() -> None:
    block = "Read more:\nA probe was lost in May. A pupil found it.\nFour planets are seen at once on Sunday."
    assert governed(f"{STORY}\n{block}") == [(Kind.LIST, block)]


def test_a_note_on_the_writer_is_a_paragraph_and_what_goes_on_with_it() -> None:
    block = "About the author\n\nAnn Lee joined the Herald on 3 May 2010.\n\nShe won a prize in 2015."
    assert governed(f"{STORY}\n\n{block}\n\n{NEXT}") == [(Kind.WRITER, block)]


def test_a_company_is_told_about_where_the_paragraph_is_on_it() -> None:
    block = "About Norda Corp\nNorda Corp was founded on 3 May 2010."
    assert governed(f"{STORY}\n\n{block}\n\n{NEXT}") == [(Kind.WRITER, block)]
    assert governed(f"{STORY}\n\nAbout Nora\nShe sailed on Monday.\n\n{NEXT}") == [(Kind.WRITER, "About Nora")]


def test_remarks_of_readers_run_to_the_end() -> None:
    block = "Comments\n\nJoe: I was there on Sunday, you should have been.\n\nMax\nHe quit on Friday."
    assert governed(f"{STORY}\n\n{block}") == [(Kind.REMARKS, block)]


def test_a_menu_above_a_story_has_no_remarks_below_it() -> None:
    assert governed(f"Mayor resigns\nComments\n{STORY} {NEXT}") == [(Kind.REMARKS, "Comments")]
    assert governed("Mayor resigns\nComments\nI go, said the mayor. My deputy takes over.") == [
        (Kind.REMARKS, "Comments")
    ]


def test_a_call_to_subscribe_speaks_to_the_reader() -> None:
    block = "Newsletter\nGet the news in your inbox every Monday."
    assert governed(f"{STORY}\n\n{block}\n\n{NEXT}") == [(Kind.CALL, block)]
    assert governed(f"{STORY}\n\nNewsletter\n{NEXT}") == [(Kind.CALL, "Newsletter")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Also read: Minister quits on Friday after row", "list"),
        ("READ MORE | Minister quits on Friday", "list"),
        ("SEE ALSO — Minister quits on Friday", "list"),
        ("Recommended: Minister quits on Friday.", "list"),
        ("Clip: Car spins and hits a bus on July 22", "pictures"),
        ("Dashcam video: Car hits a bus on July 22.", "pictures"),
        ("Correction: The vote is on Friday.", "note"),
        ("Breaking news: The mayor resigned on Monday.", None),
        ("Closing arguments: The defence speaks on Tuesday.", None),
        ("Comments: The mayor spoke on Tuesday.", None),
    ],
)
def test_a_heading_at_the_head_of_a_line_governs_the_line(line: str, kind: str | None) -> None:
    label = headings.label(ENGLISH, line, 0, len(line))
    assert (label.kind if label else None) == kind


def test_a_language_without_words_has_no_headings() -> None:
    assert list(headings.blocks(empty(), "Related stories", sentences.split(empty(), "Related stories"))) == []
