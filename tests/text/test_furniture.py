from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import named
from dateline.model import Skip, SkipKind, Span
from dateline.text import furniture, sentences

ENGLISH = named("en")

NEWS = "Envoys from both shores met in Port Anselm on Tuesday. They parted early."


def skipped(text: str) -> list[tuple[str, str]]:
    return [(skip.why, skip.span.of(text)) for skip in furniture.find(ENGLISH, text, sentences.split(ENGLISH, text))]


def alone(line: str) -> list[tuple[str, str]]:
    """What is skipped of a line between two paragraphs of news."""
    return skipped(f"{NEWS}\n\n{line}\n\n{NEWS}")


@pytest.mark.parametrize(
    "line",
    [
        "A combination of file photos shows envoys at the harbour, March 2, 2019 and a train in Corran, May 16, 2013.",
        "(FILE) Envoys attend a ceremony in Corran on March 2, 2019.",
        "FILE PHOTO: Envoys attend a ceremony in Corran, March 2, 2019.",
        "FILE - In this March 2, 2019 file photo, envoys attend a ceremony in Corran.",
        "Pictured: envoys at the harbour on Monday.",
        "PHOTO: Workers hang bunting outside the station on April 20.",
        "Image caption Envoys met twice last week",
        "An undated photo released by the ministry shows a train.",
        "Envoys attend a ceremony in Corran in this handout photograph taken on March 2, 2019.",
        "A train leaves Corran in this April 21, 2019, file photo.",
        "Walkers near the hall where they will be counted, in Zell, Norland, Friday, April 26, 2019.",
        "AP:Associated Press Mourners honoured the dead this morning as the toll rose to 84",
        "Getty Images Mourners lay flowers at the harbour on Tuesday.",
        "Ann Lee, centre, at the memorial in Corran on April 26, 2019.",
        "3/16 2003 A mother and her two children look out from a tent.",
        "Clip: A car hits a bus on July 22",
        "CCTV footage: A man runs from the shop on June 9.",
        "The mayor, left, leaves court on Monday.",
        "This April 26, 2019 photo made available by Oker shows a rocket in Corran.",
        "Pickers walk to the gate where lawyers wait in Corran, Friday, April 26, 2019.",
        "Mayor Ann Lee (right) with Omar Haddad on June 9.",
    ],
)
def test_a_caption_is_skipped_whole_so_that_its_dates_are_not_the_storys(line: str) -> None:
    assert alone(line) == [("caption", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Envoys attend a ceremony in Corran, Velmara March 2, 2019. REUTERS/Ann Lee",
        "Envoys attend a ceremony in Corran. REUTERS/Ann Lee/Pool/Omar Haddad/Pool",
        "Envoys attend a ceremony. They had met the day before. REUTERS/Ann Lee",
        "A bus is loaded at Corran, Velmara, October 10, 2023. SPS/Omar Haddad",
        "Envoys in Corran, April 25, 2019. POOL",
        "Envoys look out of a train, March 2, 2019. Pacific Wire/Le Van Tho/Pool",
        "Envoys attend a ceremony in Corran. Photograph: Omar Haddad/AFP/Getty Images",
        "Envoys attend a ceremony in Corran, March 2, 2019. (AP Photo/Ann Lee, File)",
        "Envoys attend a ceremony in Corran. (Photo by Ann Lee/Getty Images)",
        "Envoys attend a ceremony in Corran on March 2. [Photo/Agencies]",
        "A child looks out of a tent. (Corran, October 11, 2023) Omar Haddad",
        "The mayor leaves court on 3 May. Photo: Ann Lee",
        "The mayor leaves court on 3 May. Credit: Ann Lee/The Meridian",
        "The mayor leaves court on 3 May. (Ann Lee/The Meridian)",
    ],
)
def test_a_credit_closes_a_caption(line: str) -> None:
    found = alone(line)
    assert [why for why, _ in found] == ["caption", "credit"]
    assert " ".join(words for _, words in found) == line


@pytest.mark.parametrize(
    "line",
    [
        "REUTERS/Ann Lee",
        "Photo: Ann Lee",
        "Photograph: Ann Lee/The Meridian",
        "(Reporting by Ann Lee; Editing by Omar Haddad)",
        "Reporting by Ann Lee in Corran and Omar Haddad; Editing by Jo Weir",
        "(Additional reporting by Ann Lee)",
        "The Associated Press contributed to this report.",
        "Ann Lee in Corran contributed reporting.",
        "© 2019 The Meridian",
        "© Ann Lee",
        "Copyright 2019 The Meridian.",
        "AFP",
    ],
)
def test_credits(line: str) -> None:
    assert alone(line) == [("credit", line)]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "By Ann Lee and Omar Haddad",
        "By Ann Lee, Omar Haddad and Jo van der Weir",
        "By Ann Lee Science reporter",
    ],
)
def test_bylines(line: str) -> None:
    assert alone(line) == [("byline", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Why envoys meet at night",
        "Related: Ten stations of the north",
        "Click here for the full text.",
        "Sign up for our newsletter",
        "Newsletter Sign Up Continue to the main story",
        "— Ann Lee (@annlee) October 13, 2016",
        "Follow us on Twitter",
        "View all Meridian newsletters.",
        "Share this",
        "Advertisement",
        "ADVERTISEMENT",
        "Our Standards: The Meridian's principles of trust.",
        "All rights reserved.",
        "All rights reserved. The content of this page belongs to the Zell Daily Company.",
        "We use cookies to make this site better.",
        "Comments are closed.",
        "Tuesday 3 August 2010 13.49 BST",
        "Published on 3 August 2010",
        "Last updated at 13:49 on 3 August 2010",
        "Updated at 9:50 p.m. Thursday",
        "Posted Thursday, June 6, 2024 10:15 am",
        "Last modified on Thu 6 Jun 2024 10.15 BST",
        "Last updated Thursday",
        "[Also read: Minister quits on Friday]",
        "Up next, he walks to the bridge later tonight.",
        "With me tonight, two friends of the show.",
        "SEE ALSO — Minister quits on Friday",
    ],
)
def test_the_furniture_of_a_page(line: str) -> None:
    assert [why for why, _ in alone(line)] == ["furniture"]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article gave the wrong day.",
        "(This story corrects the day of the dinner to Thursday.)",
        "(Corrects spelling of Corran in second paragraph)",
        "This article was amended on 3 May 2019 to correct the number of envoys.",
        "An earlier version of this report named another town.",
    ],
)
def test_correction_notes_are_skipped_as_such(note: str) -> None:
    assert alone(note) == [("correction-note", note)]


@pytest.mark.parametrize("note", ["CORRECTION:", "This article was amended on 3 May 2019."])
def test_a_note_that_only_announces_takes_what_it_announces(note: str) -> None:
    text = f"{NEWS}\n\n{note}\n\nThe original said that ten envoys had met."
    assert skipped(text) == [("correction-note", text[len(NEWS) + 2 :])]


def test_a_note_above_the_story_leaves_the_story() -> None:
    text = f"(Corrects day of dinner in fourth paragraph)\n\n{NEWS}"
    assert skipped(text) == [("correction-note", "(Corrects day of dinner in fourth paragraph)")]


@pytest.mark.parametrize(
    "sentence",
    [
        "A combination of rain and wind closed the harbour.",
        "Photographs of the envoys were shown on Monday.",
        "The photo was taken on March 2, 2019, the ministry said.",
        "Reporting by three outlets put the toll at ten.",
        "By Monday, the harbour was closed.",
        "By Late March, the harbour was closed.",
        "By the end of April they will meet again.",
        "Also on Friday, envoys met in Corran.",
        "Up next year, the bridge is to be closed.",
        "Advertising revenue fell by a tenth.",
        "Copyright law changed in 2019.",
        "Share prices fell on Tuesday.",
        "Related companies were sold.",
        "Readers more often ask about trains.",
        "Reuters reported on Tuesday that envoys had met.",
        "The Reuters/Meridian poll put them level.",
        "The party of the left, the right and the centre met on April 26, 2019.",
        "Gov. Omar Haddad (R) signed the law on April 26, 2019.",
        "They took the road by way of Oslo. The Corran/Port Anselm line is closed.",
        "Getty Images was sold in 2016.",
        "Getty Images Chief Ada Quill said on Tuesday that it had been sold.",
        "The fair will open at the harbour, Friday, April 26, 2019.",
        "Ada Quill was sworn in at the harbour, Friday, April 26, 2019.",
        "Officials on April 20, 2019 said that two trains had left.",
        "The blast came at 9:45 p.m. EDT on April 20, 2019.",
        "First published in 1925, the novel was banned.",
        "“Follow us,” the envoy said.",
        "Produced by an army of clerks, the report is out.",
        "Correction of the course came late.",
        "Email servers failed on Tuesday.",
        "The minister's rÃ©sumÃ© was found.",
    ],
)
def test_news_is_left_alone(sentence: str) -> None:
    assert alone(sentence) == []


def test_a_credit_below_a_sentence_of_news_takes_only_itself() -> None:
    text = "Two trains had left by noon, the ministry said on Tuesday.\nREUTERS/Ann Lee"
    assert skipped(text) == [("credit", "REUTERS/Ann Lee")]
    assert skipped("Two trains had left by noon.\nThe Meridian/Omar Haddad") == [("credit", "The Meridian/Omar Haddad")]


def test_a_story_that_follows_in_the_same_line_is_kept() -> None:
    assert skipped("Photograph: Omar Haddad/EPA Envoys met on Tuesday.") == [
        ("credit", "Photograph: Omar Haddad/EPA"),
    ]
    assert skipped("OSLO | Wed Oct 6, 2010 7:20 pm EDT OSLO (Reuters) - Envoys met.") == [
        ("furniture", "OSLO | Wed Oct 6, 2010 7:20 pm EDT"),
        ("dateline", "OSLO (Reuters) -"),
    ]
    assert skipped("10.42am: Envoys have met.") == [("furniture", "10.42am:")]
    assert skipped("By Ann Lee Science reporter, BBC News Envoys met.") == [
        ("byline", "By Ann Lee Science reporter, BBC News"),
    ]


def test_a_caption_takes_its_paragraph_but_not_an_article_set_in_one_line() -> None:
    caption = "FILE PHOTO: Envoys in Corran."
    assert skipped(f"{caption} They met in 2013.\n{NEWS}") == [("caption", f"{caption} They met in 2013.")]
    assert skipped(f"{caption} {NEWS} {NEWS} {NEWS}") == [("caption", caption)]


def test_the_comments_of_readers_are_skipped_with_all_below_them() -> None:
    comments = "Comments are not pre-screened before they post.\nTen trains left on May 3, I saw them!"
    assert skipped(f"{NEWS}\n{NEWS}\n{NEWS}\n{comments}") == [("furniture", comments)]
    above, _ = comments.split("\n")
    menu = "\n".join(["World", "Trains", "Weather", "Letters", "Archive", "Puzzles"])
    assert skipped(f"{menu}\n{above}\n{NEWS}") == [("furniture", above)]


def test_what_is_known_is_kept_and_not_skipped_twice() -> None:
    text = f"FILE PHOTO: OSLO — Envoys in Corran.\n{NEWS}"
    known = Skip(12, 19, SkipKind.DATELINE)
    found = furniture.find(ENGLISH, text, sentences.split(ENGLISH, text), [known])
    assert [(skip.why, skip.span.of(text)) for skip in found] == [
        ("caption", "FILE PHOTO:"),
        ("dateline", "OSLO — "),
        ("caption", "Envoys in Corran."),
    ]


parts = st.lists(
    st.sampled_from(
        [
            "FILE PHOTO: ", "REUTERS/Ann Lee", "Photograph: Ann Lee/EPA", "(AP Photo/Ann Lee)", "Correction:",
            "in this May 3, 2019 file photo", "© 2019 The Meridian", "contributed to this report.", "Read more: ", "“",
            "Photo: ", "Wed Oct 6, 2010 7:20 pm EDT", "By Ann Lee", " ", ". ", "\n", "\n\n", "10.42am:",
            "Envoys met on Tuesday.",
        ]
    ),
    max_size=15,
).map("".join)  # fmt: skip


@given(text=parts, cuts=st.lists(st.integers(0, 150), max_size=4, unique=True).map(sorted))
def test_skips_are_in_order_within_the_text_and_apart(text: str, cuts: list[int]) -> None:
    known = [
        Skip(start, min(end, len(text)), SkipKind.HEADER)
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if start < len(text)
    ]
    found = furniture.find(ENGLISH, text, sentences.split(ENGLISH, text), known)
    assert [skip for skip in found if skip.why == "header"] == known
    bounds = [Span(0, 0), *(skip.span for skip in found)]
    assert all(one.end <= two.start < two.end <= len(text) for one, two in pairwise(bounds))


@pytest.mark.parametrize(
    ("text", "why", "cut"),
    [
        (
            "12 October 2011 Last updated at 20:01 GMT Help Envoys met.",
            "furniture",
            "12 October 2011 Last updated at 20:01 GMT Help",
        ),
        (
            "Ann Lee | 09:51 UK time, Friday, 28 May 2010 Envoys met.",
            "furniture",
            "Ann Lee | 09:51 UK time, Friday, 28 May 2010",
        ),
        (
            "(Update 7:14 p.m. in Corran, 12:14 p.m. ET) Envoys met.",
            "furniture",
            "(Update 7:14 p.m. in Corran, 12:14 p.m. ET)",
        ),
        ("NEW TALKS AT THE HARBOUR When they met, envoys parted.", "furniture", "NEW TALKS AT THE HARBOUR"),
        ("-- Text of what the envoy said on Monday.", "furniture", "--"),
        (
            "(By Ann Lee -- Associated Press) CORRAN, Sept. 20 -- Envoys met.",
            "credit",
            "(By Ann Lee -- Associated Press) CORRAN, Sept. 20 --",
        ),
        ("Photograph: Ann S. Lee/EPA Envoys met.", "credit", "Photograph: Ann S. Lee/EPA"),
        ("GETTY The envoy leaves the talks in Corran", "caption", "GETTY The envoy leaves the talks in Corran"),
    ],
)
def test_what_the_page_sets_before_a_sentence_is_skipped_and_the_sentence_kept(text: str, why: str, cut: str) -> None:
    assert alone(text) == [(why, cut)]


def test_a_dateline_behind_a_byline_is_skipped() -> None:
    text = "By Ann Lee and Omar Haddad CORRAN/ANSELM, Velmara (Reuters) - Envoys met on Tuesday."
    assert ("dateline", "CORRAN/ANSELM, Velmara (Reuters) -") in alone(text)


def test_items_of_a_list_are_sentences_of_their_own() -> None:
    found = alone("* Two firms are named in the suit * The judge steps aside")
    assert [words for _, words in found] == ["*", "*"]


def test_the_captions_of_a_series_of_pictures_are_skipped() -> None:
    slides = [f"{number}/12 A train leaves Corran in {2000 + number}." for number in (1, 2, 3)]
    assert alone(" ".join(slides)) == [("caption", slide) for slide in slides]


def test_a_fraction_is_no_picture() -> None:
    assert alone("On 9/11 Envoys met; 3 of 4 Corran voters stayed at home.") == []


@pytest.mark.parametrize(
    "line",
    [
        "The harbour at dawn | 2:30 Watch how the boats leave.",
        "Skip in Skip x Embed x Share CLOSE The envoy on his plans for 2019.",
    ],
)
def test_items_of_a_list_of_videos_are_skipped(line: str) -> None:
    assert alone(line) == [("furniture", line)]


@pytest.mark.parametrize(
    "line",
    [
        "AP reporters saw the envoys leave.",
        "US NATO envoys met.",
        "UN Secretary-General Ann Lee met them.",
        "IBM, HP and Dell met.",
    ],
)
def test_names_in_capitals_are_no_headings(line: str) -> None:
    assert alone(line) == []


def test_a_byline_may_have_a_stamp_behind_it() -> None:
    assert [why for why, _ in alone("By Ann Lee | Updated: June 6, 2024")] == ["byline", "furniture"]


def test_what_a_correction_states_is_the_story() -> None:
    text = f"{NEWS}\n\nCorrections\nAn earlier version said they met on Monday. The dinner is on Thursday."
    assert skipped(text) == [
        ("correction-note", "Corrections"),
        ("correction-note", "An earlier version said they met on Monday."),
    ]


def test_a_list_of_other_articles_goes_with_its_heading() -> None:
    block = "Most read\nFire destroys mill on Friday\nTeam wins cup in May"
    assert alone(block) == [("furniture", block)]


@pytest.mark.parametrize(
    "line",
    [
        "Posters were put up on Tuesday.",
        "By Corran",
        "Update on Tuesday: talks go on.",
        "He got up, left, and drove home on Monday.",
        "An earlier version of the bill said schools would close on July 3.",
        "More from the talks is expected on Friday, envoys said.",
    ],
)
def test_news_that_looks_like_furniture_is_left_alone(line: str) -> None:
    assert alone(line) == []
