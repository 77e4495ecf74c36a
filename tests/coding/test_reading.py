"""Articles → acts with their day, status, place, speaker, and what the article tells elsewhere of who takes part."""

from collections.abc import Callable

import pytest

from dateline.coding.reading import Telling, is_done
from dateline.model import Basis, Status

Told = Callable[[str], list[Telling]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russian warplanes bombed a rebel camp in Syria.", Status.HAPPENED),
        ("Turkey plans to expel two Swiss envoys next week.", Status.SCHEDULED),
        ("Police are arresting protesters in Nairobi.", Status.ONGOING),
        ("The Danish prime minister is expected to visit Norway in May.", Status.EXPECTED),
        ("Egypt may attack Libya, an analyst said.", Status.UNCERTAIN),
        ("Turkey did not attack the Syrian convoy but retreated.", None),
        ("Iran has not attacked Bahrain.", None),
    ],
)
def test_how_an_act_stands(told: Told, text: str, status: Status | None) -> None:
    assert {telling.status for telling in told(text)} == ({status} if status else set())


def test_a_claim_is_the_accusers_and_not_done(told: Told) -> None:
    accused, attack = told("Peru accused Ecuador of attacking a border post.")
    assert [is_done(accused), is_done(attack), attack.said_by] == [True, False, "Peru"]


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("Police arrested 40 protesters in Nairobi on Tuesday.", "2019-04-23", Basis.COMPUTED),
        ("Police arrested 40 protesters in Nairobi in March 2018.", "2018-03", Basis.STATED),
        ("Police arrested 40 protesters in Nairobi.", "2019-04-24", Basis.REPORTED),
        # A clause is of the day of what it is part of.
        ("In May 2017 the Danish king wrote to Norway, rejecting its appeal.", "2017-05", Basis.STATED),
    ],
)
def test_when(told: Told, text: str, value: str, basis: Basis) -> None:
    [telling] = told(text)
    assert telling.date is not None
    assert (telling.date.value, telling.date.basis) == (value, basis)


def test_what_a_sentence_opens_with_dates_all_that_it_mainly_tells(told: Told) -> None:
    acts = told("In May 2018 Kenyan police arrested 40 protesters and expelled a Danish reporter.")
    assert [(act.type, act.date and act.date.value) for act in acts] == [("COERCE", "2018-05"), ("SANCTION", "2018-05")]


def test_who_kills_somewhere_is_not_told_by_the_place(told: Told) -> None:
    [killing] = told("Three Kenyan soldiers were killed in Mogadishu on Tuesday.")
    assert (killing.type, killing.actors) == ("ASSAULT", ())


@pytest.mark.parametrize(
    "text",
    [
        "Peru had condemned the arrests.",
        "Peru recently condemned the arrests.",
        "The arrests of 2011 shook Lima. Peru condemned them.",
        "The trader was expelled in May 2017 after accusing Peru of fraud.",
        "Peru is accused of fraud.",
        "The Peruvian president faced the court, accused of fraud.",
    ],
)
def test_what_was_before_and_nobody_tells_when_has_no_day(told: Told, text: str) -> None:
    assert [telling.date for telling in told(text) if telling.type == "ACCUSE"] == [None]


def test_what_is_done_by_saying_it_is_of_the_day_when_it_is_said(told: Told) -> None:
    [telling] = told("Peru announced on Monday that it would not lift the curfew.")
    assert telling.date is not None
    assert (telling.type, telling.date.value) == ("REJECT", "2019-04-22")


def test_the_day_from_which_something_has_been_done_is_not_its_day(told: Told) -> None:
    assert [telling.date for telling in told("Chilean senators have investigated the port since 2016.")] == [None]


def test_a_year_that_tells_which_one_is_meant_takes_no_day_away(told: Told) -> None:
    for text in ("Peru condemned Chile over the 2011 arrests.", "The 2011 arrests shook Lima. Peru condemned them."):
        assert [telling.date is not None for telling in told(text) if telling.type == "ACCUSE"] == [True]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # Things do nothing of the kind,
        ("The campaign allowed the Danish prime minister to meet rebels.", "Norway allowed the rebels to leave."),
        ("Danish farmers are killing their livestock.", "Danish soldiers are killing rebels."),
        # who comes home visits nobody,
        ("The Danish prime minister arrived in Copenhagen.", "The Danish prime minister arrived in Oslo."),
        # what somebody is kept from is not done,
        ("The law keeps the Danish minister from visiting Norway.", "The Danish minister visited Norway."),
        # what is named in passing or only wished is not told,
        ("The Danish king was praised for releasing prisoners.", "The Danish king released prisoners."),
        ("Many would love to see Danish police arrest rebels.", "Danish police arrested rebels."),
        # and what is done as a rule is no event.
        ("Denmark often releases prisoners.", "Denmark released two prisoners."),
        ("If a firm complains, Denmark threatens to expel it.", "Denmark threatens to expel the firm."),
    ],
)
def test_what_is_no_act_and_what_is_one(told: Told, text: str, act: str) -> None:
    assert not [telling for telling in told(text) if is_done(telling)]
    assert [telling for telling in told(act) if is_done(telling)]


def test_who_faces_court_is_the_one_accused(told: Told) -> None:
    [telling] = told("The former Danish minister appeared in court, accused of taking bribes.")
    assert ([party.text for party in telling.recipients], telling.actors) == (["former Danish minister"], ())


def test_nothing_done_stands_on_a_day_ahead(told: Told) -> None:
    [promise] = told("Denmark has promised to give Peru aid by 2030.")
    assert (is_done(promise), promise.date and promise.date.value) == (True, "2019-04-24")


def test_ones_own_government_is_of_ones_own_country(told: Told) -> None:
    [telling] = told("The Danish king asked his government to resign.")
    assert [party.coded.country for party in telling.recipients] == ["DNK"]


def test_whom_a_pronoun_means_is_told_by_the_sentences_before(told: Told) -> None:
    [telling] = told("Danish foreign minister Anna Holt came to court on Monday. Kenyan police arrested her.")
    assert [party.coded.country for party in telling.recipients] == ["DNK"]


def test_what_somebody_uses_does_nothing(told: Told) -> None:
    found = told("Danish police used tear gas to disperse demonstrators.")
    assert {party.text for telling in found for party in telling.actors} == {"Danish police"}


def test_where(told: Told) -> None:
    [telling] = told("Kenyan police arrested 40 protesters in Nairobi.")
    assert telling.place is not None
    assert telling.location is not None
    assert (telling.place.text, telling.location.country) == ("Nairobi", "KE")


def test_an_office_told_once_counts_wherever_its_holder_is_named(told: Told) -> None:
    found = told("Danish foreign minister Anna Holt flew home. Holt condemned the arrest of two traders.")
    assert [(party.text, party.coded.country, party.coded.sectors) for party in found[-1].actors] == [
        ("Holt", "DNK", ("GOV",))
    ]


def test_a_pronoun_is_the_person_named_last(told: Told) -> None:
    found = told("Danish foreign minister Anna Holt flew home. She condemned the arrest of two traders.")
    assert [party.coded.name for party in found[-1].actors] == ["Anna Holt"]


def test_who_arrests_is_of_the_country_where_it_happens(told: Told) -> None:
    [telling] = told("A Canadian trader was arrested in Lebanon on Monday.")
    assert [(party.coded.country, party.settled_by) for party in telling.actors] == [("LBN", "place")]


@pytest.mark.parametrize(
    "text",
    [
        "The man stabbed his neighbour with a kitchen knife.",
        "A Danish film-maker visited Peru.",
        "A Canadian firm met two Peruvian journalists.",
        "The Peruvian president held a rally in Cusco.",
    ],
)
def test_what_concerns_private_people_alone_is_no_row(told: Told, text: str) -> None:
    assert told(text) == []


def test_a_surname_has_no_country_from_a_place_beside_it(told: Told) -> None:
    [telling] = told("Mr Thorsen, who is staying in Havana, condemned the Peruvian government.")
    assert telling.actors[0].coded.country == ""


def test_the_words_are_those_of_the_text(told: Told) -> None:
    text = "It rained. Police arrested 40 protesters in Nairobi."
    [telling] = told(text)
    assert [telling.span.of(text), telling.sentence.of(text), telling.recipients[0].span.of(text)] == [
        "arrested",
        "Police arrested 40 protesters in Nairobi.",
        "40 protesters",
    ]


@pytest.mark.parametrize(
    "text",
    ["The Chinese state bans such reports.", "The Danish president supports the independence of the Faroese."],
)
def test_what_is_done_as_a_rule_is_no_event(told: Told, text: str) -> None:
    assert told(text) == []


def test_the_present_with_a_day_ahead_is_a_plan(told: Told) -> None:
    [telling] = told("The Danish president travels to Norway on Friday.")
    assert telling.status is Status.SCHEDULED
