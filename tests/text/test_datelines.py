import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import named
from dateline.text import datelines

ENGLISH = named("en")

STORY = "Ministers from both shores met."


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("SEOUL (Reuters) - ", "SEOUL", "Reuters"),
        ("(RFE/RL) — ", None, "RFE/RL"),
        ("WASHINGTON, April 23 (AP) — ", "WASHINGTON", "AP"),
        ("PARIS – ", "PARIS", None),
        ("NEW YORK/LONDON (Reuters) - ", "NEW YORK/LONDON", "Reuters"),
        ("MOSCOW, Russia (CNN) -- ", "MOSCOW, Russia", "CNN"),
        ("BEIJING, March 3 (Xinhua) -- ", "BEIJING", "Xinhua"),
        ("LAGOS, Nigeria — ", "LAGOS, Nigeria", None),
        ("KABUL: ", "KABUL", None),
        ("KABUL, 4 May (IRIN) - ", "KABUL", "IRIN"),
        ("NAIROBI, Kenya (AP) _ ", "NAIROBI, Kenya", "AP"),
        ("Philadelphia (AFP) – ", "Philadelphia", "AFP"),
        ("Rio de Janeiro (AFP) – ", "Rio de Janeiro", "AFP"),
        ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", "AP"),
        ("ST. LOUIS — ", "ST. LOUIS", None),
        ("WASHINGTON, D.C. — ", "WASHINGTON, D.C.", None),
        ("ÎLE-DE-BRÉHAT, France — ", "ÎLE-DE-BRÉHAT, France", None),
        ("OSLO Oct 6 (Reuters Legal) - ", "OSLO", "Reuters Legal"),
        ("NEW YORK Oct 6 (Reuters) - ", "NEW YORK", "Reuters"),
        ("SEOUL, April 23, 2019 (Yonhap) -- ", "SEOUL", "Yonhap"),
        ("PARIS, May 3 — ", "PARIS", None),
        ("SEOUL and TOKYO (Reuters) - ", "SEOUL and TOKYO", "Reuters"),
        ("HARBOUR TOWN (Harbour Courier) - ", "HARBOUR TOWN", "Harbour Courier"),
        ("NEW YORK, Oct. 6 /PRNewswire/ -- ", "NEW YORK", "PRNewswire"),
        ("LONDON (Reuters/Meridian) - ", "LONDON", "Reuters/Meridian"),
        ("MOSCOW, April 25. /TASS/. ", "MOSCOW", "TASS"),
        ("MOSCOW. April 25 (Interfax) - ", "MOSCOW", "Interfax"),
        ("NEW YORK/LONDON/TOKYO (Reuters) - ", "NEW YORK/LONDON/TOKYO", "Reuters"),
        ("VENICE, La./PORT ANSELM, Fla. (Reuters) - ", "VENICE, La./PORT ANSELM, Fla.", "Reuters"),
        ("NEW DELHI, April 23 (PTI)\n", "NEW DELHI", "PTI"),
        ("Port Anselm, Velmara (CNN)", "Port Anselm, Velmara", "CNN"),
        ("April 25 (UPI) -- ", None, "UPI"),
        ("CNN — ", None, "CNN"),
        ("(CNN)", None, "CNN"),
        ("WASHINGTON—", "WASHINGTON", None),
        ("New Delhi, June 10: ", "New Delhi", None),
        ("New Delhi: ", "New Delhi", None),
        ("New Delhi [India], June 10 (ANI): ", "New Delhi", "ANI"),
        ("JUNE 10, NEW DELHI: ", "NEW DELHI", None),
        ("London, Ontario, June 10 – ", "London, Ontario", None),
    ],
)
def test_the_forms_of_the_agencies(opening: str, place: str | None, agency: str | None) -> None:
    found = datelines.find(ENGLISH, opening + STORY)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert found.span == (0, len(opening.rstrip("\n")))


@pytest.mark.parametrize(
    "text",
    [
        "Ministers met (again) - and parted.",
        "The minister, Ann Lee (Labour) - once of Oslo - resigned.",
        "BREAKING: ministers have met.",
        "UPDATE 1 - Ministers have met.",
        "VIDEO — Watch ministers meet.",
        "ANN LEE: Good evening, and welcome.",
        "OMAR HADDAD, HOST:\nMinisters met today.",
        "EU — what now?",
        "MINISTERS MET - what we know so far",
        "WASHINGTON was quiet on Tuesday.",
        "North Sea talks - the third round - failed.",
        "Talks (Reuters reported) failed.",
        "By Ann Lee (Reuters) was told of talks.",
        "",
        " \n\n ",
    ],
)
def test_ordinary_sentences_have_none(text: str) -> None:
    assert datelines.find(ENGLISH, text) is None


def test_it_may_stand_below_a_title_and_a_caption() -> None:
    text = "Ministers meet at last\n\nEnvoys arrive at the station on Monday.\n\nOSLO, Norway — Ministers met."
    found = datelines.find(ENGLISH, text)
    assert found is not None
    assert found.span is not None
    assert found.span.of(text) == "OSLO, Norway — "


def test_it_is_looked_for_from_where_the_story_begins() -> None:
    text = "OSLO — is the title\nParis (AFP) – Ministers met."
    found = datelines.find(ENGLISH, text, text.index("Paris"))
    assert found is not None
    assert found.place == "Paris"


@pytest.mark.parametrize(
    ("before", "dateline", "place"),
    [
        ("Talks set for autumn OSLO | Wed Oct 6, 2010 7:20 pm EDT ", "OSLO (Reuters) - ", "OSLO"),
        ("OSLO | Wed Oct 6, 2010 7:20 pm EDT ", "OSLO Oct 6 (Reuters Legal) - ", "OSLO"),
        ("Ministers meet at last ", "Cairo, Egypt (CNN) -- ", "Cairo, Egypt"),
        ("What to know today ", "(CNN) -- ", None),
    ],
)
def test_a_web_page_may_set_it_in_the_line_of_its_title(before: str, dateline: str, place: str | None) -> None:
    found = datelines.find(ENGLISH, before + dateline + STORY)
    assert found is not None
    assert found.span is not None
    assert found.span.of(before + dateline + STORY) == dateline
    assert found.place == place


def test_an_agency_that_signs_a_picture_is_not_taken_for_it() -> None:
    assert datelines.find(ENGLISH, "Envoys at the station.\n(AP) Ministers met on Tuesday.") is None
    found = datelines.find(ENGLISH, "AP NEW ORLEANS -- Ministers met.")
    assert found is not None
    assert (found.place, found.agency) == ("NEW ORLEANS", None)
    assert datelines.find(ENGLISH, "The well burns.\nReuters Aug. 3: In this image a cap sits on the well.") is None


@pytest.mark.parametrize(
    ("words", "agency"),
    [("Reuters", "Reuters"), ("RFE RL", "RFE/RL"), ("associated press", "Associated Press"), ("Ann Lee", None)],
)
def test_an_agency_is_known_however_its_letters_are_set(words: str, agency: str | None) -> None:
    assert datelines.agency(ENGLISH, words) == agency


@given(
    st.text(alphabet=st.sampled_from("SEOUL aé.,/()–—-_:\n\r"), max_size=200)
    | st.lists(st.sampled_from(["SEOUL", " (Reuters)", " - ", ", ", "\n", "AP", "May 3", "(", ")", "/"])).map("".join)
)
def test_wherever_it_is_found_it_ends_where_words_begin(text: str) -> None:
    found = datelines.find(ENGLISH, text)
    if found is not None:
        assert found.span is not None
        passage = found.span.of(text)
        assert passage
        assert "\n" not in passage
        assert (found.place or "") in passage
        assert (found.agency or "") in passage
        assert found.place or found.agency


def test_long_lines_of_capitals_take_no_longer_than_they_are_long() -> None:
    assert datelines.find(ENGLISH, "SEOUL " * 200_000 + "(") is None


@pytest.mark.parametrize(
    "text",
    [
        "Monday, June 10: The mayor resigned.",
        "Update, June 10: The mayor resigned.",
        "Corran, June 3: The council votes.\nCorran, June 9: The mayor resigns.",
    ],
)
def test_a_day_before_a_colon_may_be_one_of_a_chronology(text: str) -> None:
    assert datelines.find(ENGLISH, text) is None
