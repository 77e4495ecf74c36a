"""What a sentence tells of a day by its surface: status, speaker, passage."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.entities.article_names import Names
from dateline.events.surface import sentence as surface
from dateline.events.surface.article import SurfaceArticle
from dateline.languages import named
from dateline.model import Status, Timex
from dateline.text import sentences
from dateline.times import tag

ENGLISH = named("en")
PUBLISHED = dt.date(2022, 9, 15)  # a Thursday


def readings(text: str) -> dict[str, surface.SurfaceReading]:
    """For each time expression of the text's last sentence, by its words, what the sentence tells of it."""
    sentence = sentences.split(ENGLISH, text)[-1]
    timexes: list[Timex] = [t for t in tag(text, PUBLISHED, "en") if sentence.holds(t.span)]
    cut = surface.cut(SurfaceArticle(Names(ENGLISH, text), sentences.split(ENGLISH, text)), sentence, timexes)
    return {t.text: surface.read(cut, t, PUBLISHED) for t in timexes}


@pytest.mark.parametrize(
    ("sentence", "words", "status", "said_by"),
    [
        ("The dam at Ash broke on Monday.", "Monday", "happened", None),
        ("The ministers will meet on September 20 in Oslo.", "September 20", "scheduled", None),
        ("Talks are expected to resume by the end of October.", "the end of October", "expected", None),
        ("The treaty may be signed in November.", "November", "uncertain", None),
        ("The treaty is not expected to be signed until November.", "November", "expected", None),
        ("The treaty is not expected to last until November.", "November", "uncertain", None),
        ("The vote planned for Sunday has been called off.", "Sunday", "cancelled", None),
        ("The vote planned for Sunday was postponed, the court said.", "Sunday", "postponed", "the court"),
        ("The council put off the vote until October 3.", "October 3", "scheduled", None),
        ("Norway on Monday put off the vote.", "Monday", "happened", None),
        ("The square has been closed since Saturday.", "Saturday", "ongoing", None),
        ("Mayor Rosa Feld denied that the dam had cracked on Monday.", "Monday", "denied", "Rosa Feld"),
        ("Opposition leader Jan Oker demanded that the inquiry begin next week.", "next week", "proposed", "Jan Oker"),
        ("Oker hopes to reopen the road in October.", "October", "expected", "Oker"),
        ("The road must be repaired by the end of next year.", "the end of next year", "scheduled", None),
        ("The ferry last sailed in May 2019.", "May 2019", "happened", None),
        ("No ferries sailed on Monday.", "Monday", "denied", None),
        ("There will be no fair in Sarn on October 3.", "October 3", "denied", None),
        ("There is no doubt that the dam cracked on Monday.", "Monday", "happened", None),
        ("The dam was supposed to be rebuilt in 2013.", "2013", "denied", None),
        ("None of this undoes what Oker lost in Sarn on Monday.", "Monday", "happened", None),
        ("The concert was called off on Monday.", "Monday", "happened", None),
        ("The bridge did not open until May 2019.", "May 2019", "happened", None),
        ("The bridge will not open before October 3.", "October 3", "expected", None),
        ("Feld, who was arrested in 2012, denied it.", "2012", "happened", None),
        ("A rally planned for Sunday did not take place.", "Sunday", "denied", None),
        ("If the vote fails on Sunday, the mayor will resign.", "Sunday", "uncertain", None),
        ("The trains are unlikely to run on Saturday.", "Saturday", "uncertain", None),
        ("The trains are not expected to run on Saturday.", "Saturday", "uncertain", None),
        ("It is not true that the dam cracked on Monday.", "Monday", "denied", None),
        ("Reports that the dam cracked on Monday are false.", "Monday", "denied", None),
        ("Claims of a leak on Monday turned out to be untrue.", "Monday", "denied", None),
        ("Rumours of a leak on Monday were quickly denied.", "Monday", "denied", None),
        ("The council dismissed as nonsense a report that the dam cracked on Monday.", "Monday", "denied", None),
        ("Doubts remain over whether the dam cracked in 2019.", "2019", "uncertain", None),
        ("The two trams almost collided on Monday.", "Monday", "denied", None),
        ("The fares nearly doubled in 2019.", "2019", "happened", None),
        ("The dam never leaked in 2019.", "2019", "denied", None),
        ("The dam would have burst in 2019.", "2019", "uncertain", None),
        ("The strike, due to start on Monday, was averted.", "Monday", "denied", None),
        ("In a statement released on Monday, the port said the dam held.", "Monday", "happened", "the port"),
        ("During a visit to Ash in May 2019, Rosa Feld warned against a strike.", "May 2019", "happened", "Rosa Feld"),
        ("Oker said at a hearing on Monday that the dam held.", "Monday", "happened", "Oker"),
        ("The dam held, Oker told the Ash Forum in Oslo on Monday.", "Monday", "happened", "Oker"),
        (
            "The dam opens on Friday, the port confirmed Monday in a note to the Echo.",
            "Friday",
            "scheduled",
            "the port",
        ),
        ("The dam held on Monday, according to port officials.", "Monday", "happened", "port officials"),
        ("“He is a proper, rightful heir,” Rosa Feld told reporters on Monday.", "Monday", "happened", "Rosa Feld"),
        ("Oker said Ada Quill told him the dam held on Monday.", "Monday", "happened", "Ada Quill"),
    ],
)
def test_status_and_speaker(sentence: str, words: str, status: str, said_by: str | None) -> None:
    reading = readings(sentence)[words]
    assert (reading.status, reading.said_by) == (Status(status), said_by)


@pytest.mark.parametrize(
    ("sentence", "words", "said_by"),
    [
        ("The road will open on Friday, Transport Minister Jan Oker said.", "Friday", "Jan Oker"),
        ("The road will open on Friday, said Rosa Feld, a spokeswoman for the town.", "Friday", "Rosa Feld"),
        ("The road will open on Friday, said the town’s engineer, Ada Quill.", "Friday", "Ada Quill"),
        ("The road will open on Friday, according to Norwegian news agency Nordlys.", "Friday", "Nordlys"),
        ("According to two people close to the works, it opens on Friday.", "Friday", "two people close to the works"),
        ("Norway’s Nordlys newspaper wrote that the road opens on Friday.", "Friday", "Nordlys"),
        ("A Norwegian news report said the road opens on Friday.", "Friday", "a Norwegian news report"),
        ("“We open on Friday,” Oker told reporters.", "Friday", "Oker"),
        ("The road will open on Friday, Ada Quill, the town’s engineer, told the Lindow Echo.", "Friday", "Ada Quill"),
    ],
)
def test_speaker_by_name_where_there_is_one(sentence: str, words: str, said_by: str) -> None:
    reading = readings(sentence)[words]
    assert reading.said_by == said_by
    assert not reading.is_speech


@pytest.mark.parametrize(
    "sentence",
    [
        "Transport Minister Jan Oker said on Monday that the road would open soon.",
        "On Monday, Jan Oker said the road would open soon.",
        "The road will open soon, Jan Oker said on Monday.",
        "Speaking to reporters on Monday, Jan Oker said the road would open soon.",
    ],
)
def test_the_day_of_a_statement_is_the_statement_s(sentence: str) -> None:
    reading = readings(sentence)["Monday"]
    assert (reading.is_speech, reading.status, reading.said_by) == (True, Status.HAPPENED, "Jan Oker")


@pytest.mark.parametrize(
    ("sentence", "words", "trigger"),
    [
        ("The bridge is due to open on Saturday.", "Saturday", "open"),
        ("The bridge will not be opened on Saturday.", "Saturday", "opened"),
        ("The fair is expected to be held in October.", "October", "held"),
        ("The board failed to meet on Monday.", "Monday", "failed"),
        ("The shop was a bakery in 2012.", "2012", "was"),
    ],
)
def test_the_trigger_is_the_verb_that_auxiliaries_lead_up_to(sentence: str, words: str, trigger: str) -> None:
    found = readings(sentence)[words].trigger
    assert found is not None
    assert found.of(sentence) == trigger


def test_surnames_and_pronouns_stand_for_the_person_named_before() -> None:
    before = "Jan Oker, the minister, came by boat.\n"
    assert readings(before + "“It opens on Friday,” Oker said.")["Friday"].said_by == "Jan Oker"
    assert readings(before + "“It opens on Friday,” he said.")["Friday"].said_by == "Jan Oker"


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“It was dry,” Ada Quill told the Echo. “The dam burst on Friday.”", "Ada Quill"),
        ("“It was dry. The dam burst on Friday. We ran,” Ada Quill told the Echo.", "Ada Quill"),
        ("“It was dry,” Ada Quill told the Echo.\n“We saw it all.\n“The dam burst on Friday.”", "Ada Quill"),
        ("“It was dry,” Ada Quill told the Echo. Then it rained. “The dam burst on Friday.”", None),
        ("Ada Quill said: “It was dry.\nWe ran.\nThe dam burst on Friday.”", "Ada Quill"),
        ("Ada Quill said: “It was dry.\nThe dam burst on Friday.", None),
        ("“It was dry,” Ada Quill told the Echo. The dam burst on Friday.", None),
    ],
)
def test_a_quotation_that_goes_on_is_whose_it_was(text: str, said_by: str | None) -> None:
    assert readings(text)["Friday"].said_by == said_by


@pytest.mark.parametrize(
    ("behind", "said_by"),
    [("Ada Quill added that she ran.", "Ada Quill"), ("Ada Quill said that she ran.", None), ("It added up.", None)],
)
def test_a_quotation_is_whose_next_sentence_goes_on(behind: str, said_by: str | None) -> None:
    text = f"It was dry.\n“The dam burst on Friday.”\n{behind}"
    every = sentences.split(ENGLISH, text)
    assert SurfaceArticle(Names(ENGLISH, text), every).goes_on(every[1]) == said_by


def test_a_line_of_a_transcript_is_whose_name_stands_before_it() -> None:
    turns = ["ADA QUILL, ANCHOR: It was dry.", "OKER: It was.", "QUILL: And then?", "OKER: The dam burst on Friday."]
    assert readings("Jan Oker, the mayor, came.\n" + "\n".join(turns))["Friday"].said_by == "Jan Oker"
    assert readings("\n".join([*turns[:3], "KELM (on camera): The dam burst on Friday."]))["Friday"].said_by == "Kelm"
    assert readings("NOTE: The dam burst on Friday.")["Friday"].said_by is None


def test_a_quotation_with_a_name_behind_it_is_nobodys_who_spoke_before() -> None:
    text = "“It was dry,” Ada Quill told the Echo.\n“The dam burst on Friday.”\n— Jan Oker"
    every = sentences.split(ENGLISH, text)
    assert SurfaceArticle(Names(ENGLISH, text), every).goes_on(every[1]) is None


def test_a_sentence_that_dates_two_things_is_cut_between_its_clauses() -> None:
    text = "The ministers will meet on September 15 in Oslo after Feld arrived a day earlier by train."
    found = readings(text)
    assert found["September 15"].passage.of(text) == "The ministers will meet on September 15 in Oslo"
    assert found["a day earlier"].passage.of(text) == "Feld arrived a day earlier by train."
    assert (found["September 15"].status, found["a day earlier"].status) == (Status.SCHEDULED, Status.HAPPENED)


def test_a_sentence_about_one_day_stays_whole() -> None:
    text = "The dam broke on Monday, and 40 people left their houses."
    assert readings(text)["Monday"].passage.of(text) == text


def test_what_is_counted_since_a_day_is_not_cut_from_it() -> None:
    text = "The town held a concert on Saturday to mark a year since the dam broke on September 10, 2021."
    assert readings(text)["Saturday"].passage.of(text) == text


def test_two_statements_in_one_sentence_keep_their_own_speakers() -> None:
    text = (
        "Jan Oker will visit Lindow soon, state media said on Tuesday, and a Danish news report said the ministers "
        "will meet on September 20."
    )
    found = readings(text)
    assert (found["Tuesday"].said_by, found["September 20"].said_by) == ("state media", "a Danish news report")
    assert found["Tuesday"].passage.of(text).startswith("Jan Oker will visit")
    assert found["September 20"].passage.of(text).startswith("a Danish news report")


def test_attributions_have_source_cue_and_content() -> None:
    text = "“We open soon,” said Rosa Feld."
    sentence = sentences.split(ENGLISH, text)[0]
    (attribution,) = surface.attributions(
        surface.cut(SurfaceArticle(Names(ENGLISH, text), sentences.split(ENGLISH, text)), sentence, [])
    )
    assert [span.of(text) for span in attribution.source] == ["Rosa Feld"]
    assert [span.of(text) for span in attribution.cue] == ["said"]
    assert "We open soon" in attribution.content[0].of(text)
    assert (attribution.kind, attribution.speaker) == ("direct", "Rosa Feld")


TALK = """said told reported denied according to the a he Oker Jan Oker, minister Rosa Feld , . ; — “ ” ( ) (LNA) on
Monday in May 2021 that which after before will met was called off and but April 3"""
WORDS = st.sampled_from(TALK.split())


@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_within_its_sentence(text: str) -> None:
    timexes = tag(text, PUBLISHED, "en")
    for sentence in sentences.split(ENGLISH, text):
        own = [timex for timex in timexes if sentence.holds(timex.span)]
        cut = surface.cut(SurfaceArticle(Names(ENGLISH, text), sentences.split(ENGLISH, text)), sentence, own)
        for timex in own:
            reading = surface.read(cut, timex, PUBLISHED)
            assert sentence.holds(reading.passage)
            assert reading.passage.overlaps(timex.span)
            assert reading.said_by is None or reading.said_by.strip()
        for attribution in surface.attributions(cut):
            assert all(sentence.holds(span) for span in (*attribution.source, *attribution.cue, *attribution.content))
