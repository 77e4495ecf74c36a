"""Acts by construction: who does what, and what a promise, a threat, a refusal or a demand makes of it."""

from collections.abc import Callable

import pytest

from dateline.coding.acts.sentences import acts
from dateline.events.parsing.parse import Parse

# Sentence → type, who acts, to whom; by their heads.
ACTS = [
    ("Russian warplanes bombed a rebel camp in Syria.", "ASSAULT", ["warplanes"], ["camp"]),
    ("Three soldiers were killed by Kurdish gunmen.", "ASSAULT", ["gunmen"], ["soldiers"]),
    ("Germany imposed sanctions on three Iranian banks.", "COERCE", ["Germany"], ["banks"]),
    ("Canada sent 30 tons of food to Haiti.", "AID", ["Canada"], ["Haiti"]),
    ("The European Union suspended aid to Burundi.", "SANCTION", ["Union"], ["Burundi"]),
    ("The rebels released two Indian hostages.", "RETREAT", ["rebels"], ["hostages"]),
    ("Italy and Libya signed an agreement on migration.", "SUPPORT", ["Italy"], ["Libya"]),
    ("The Turkish president met his Greek counterpart in Athens.", "CONSULT", ["president"], ["counterpart"]),
    ("Miners in Bolivia went on strike to protest against new taxes.", "PROTEST", ["Miners"], []),
    # What governs an act makes another type of it.
    ("Norway agreed to send 200 troops to Mali.", "AGREE", ["Norway"], ["Mali"]),
    ("France threatened to expel two Belarusian diplomats.", "THREATEN", ["France"], ["Belarusian"]),
    ("Japan refused to lift the ban on Chilean salmon.", "REJECT", ["Japan"], ["salmon"]),
    ("The government will not release the detainees.", "REJECT", ["government"], ["detainees"]),
    ("Turkey will open its border to Syrian refugees.", "AGREE", ["Turkey"], ["refugees"]),
    ("Tunisia called on Algeria to open its border.", "REQUEST", ["Tunisia"], ["Algeria"]),
    ("The president demanded that Argentina withdraw its warships.", "REQUEST", ["president"], ["Argentina"]),
    ("Brazil said Venezuela must free the opposition leader.", "REQUEST", ["Brazil"], ["Venezuela"]),
    ("Hungary said it will lift the curfew.", "AGREE", ["Hungary"], []),
    # Those who are criticised, and not whose they are; who is demanded to act, and not what is demanded of another.
    ("Peru criticised Chile's ministers.", "ACCUSE", ["Peru"], ["ministers"]),
    ("Peru demanded the invasion of Chile.", "REQUEST", ["Peru"], []),
    ("Peru demanded the resignation of Chile's minister.", "REQUEST", ["Peru"], ["minister"]),
    # Whose soldiers are deployed deploys them.
    ("Peruvian soldiers were deployed along the border.", "MOBILIZE", ["soldiers"], ["border"]),
    ("Denmark and Sweden failed to reach agreement.", "REJECT", ["Denmark"], ["Sweden"]),
    # Whose a thing is stands behind it; whoever is praised is praised himself.
    ("Denmark praised Ada Holt as a friend of the king.", "SUPPORT", ["Denmark"], ["Holt"]),
    ("Despite his distrust of Chile, Mr Holt praised the progress in Lima.", "SUPPORT", ["Holt"], ["progress"]),
    # Of a list, whoever stands in the middle takes part, too.
    ("Mr Holt calls on Britain, the US and South Africa to act.", "REQUEST", ["Holt"], ["Britain", "US", "Africa"]),
    ("The mayor, Ada Holt, and the bishop, Ole Quill, met in Oslo.", "CONSULT", ["mayor"], ["bishop"]),
    (
        "Former mayor Ada Holt, former bishop Ole Quill and other envoys praised Norway.",
        "SUPPORT",
        ["Holt", "Quill", "envoys"],
        ["Norway"],
    ),
    ("The mayor, Ada Holt, met the bishop, Ole Quill.", "CONSULT", ["mayor"], ["bishop"]),
    # Who orders something to be done to somebody does it.
    ("The court ordered the editor to be released.", "RETREAT", ["court"], ["editor"]),
    ("Peru held Chile responsible for those in custody.", "ACCUSE", ["Peru"], ["Chile"]),
    ("The senator called the ambassador a liar.", "ACCUSE", ["senator"], ["ambassador"]),
    ("Danish and Swedish officials agreed that their ports should be linked.", "AGREE", ["officials"], []),
    # Whoever sends his own troops somewhere demands nothing of them, and who gives a warning punishes nobody.
    ("Peru ordered 3,000 troops to the border.", "MOBILIZE", ["Peru"], ["border"]),
    ("Peru issued a stern warning to Chile.", "THREATEN", ["Peru"], ["Chile"]),
    # A guest is welcomed somewhere, an offer anywhere; an invasion does not protest.
    ("The king was welcomed at the airport by the mayor.", "CONSULT", ["mayor"], ["king"]),
    ("Denmark gave a cautious welcome to the offer of Sweden.", "SUPPORT", ["Denmark"], ["offer"]),
    ("The regent was toppled by an invasion.", "ASSAULT", ["invasion"], ["regent"]),
]


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), ACTS, ids=[text for text, *_ in ACTS])
def test_who_does_what_to_whom(
    parsed: Callable[[str], Parse], text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    parse = parsed(text)
    found = [
        (act.type, [parse.words[head] for head in act.actors], [parse.words[head] for head in act.recipients])
        for act in acts(parse)
    ]
    assert (type_, actors, recipients) in found


@pytest.mark.parametrize(
    "text",
    [
        "Spain declined to comment on the arrest.",
        "The senator has demonstrated that he has many friends.",
        "The senator hit a sombre note, striking at his rivals.",
        "The speaker sent his troops home for the night.",
        "The minister visited the Harbour Museum in Oslo.",
        "Peru avoided criticising the minister.",
        "The striker struck in the last minute.",
        "Please let the mayor arrest him!",
        "The chancellor surrendered the microphone to her husband.",
        "The minister agreed that the roads were bad.",
        "Japan is considering sending aid to Peru.",
        "Poland denied that it had attacked the convoy.",
        "The general rejected allegations of fraud.",
        "If Iran attacks Bahrain, the United States will respond.",
        "The weapons seized last week were shown on television.",
        "A storm killed 12 people in Manila.",
        "The president expressed condolences to the families.",
    ],
)
def test_words_without_an_act_are_none(parsed: Callable[[str], Parse], text: str) -> None:
    assert acts(parsed(text)) == []


def test_who_is_accused_of_an_act_is_its_actor(parsed: Callable[[str], Parse]) -> None:
    parse = parsed("Peru accused Ecuador of attacking a border post.")
    assert [(act.type, [parse.words[head] for head in act.actors]) for act in acts(parse)] == [
        ("ACCUSE", ["Peru"]),
        ("ASSAULT", ["Ecuador"]),
    ]


def test_time_expressions_take_no_part(parsed: Callable[[str], Parse]) -> None:
    parse = parsed("The army launched an attack on Tuesday.")
    tuesday = parse.words.index("Tuesday")
    [with_day], [without] = acts(parse), acts(parse, {tuesday})
    assert (with_day.recipients, without.recipients) == ([tuesday], [])


def test_a_day_makes_no_verb_another(parsed: Callable[[str], Parse]) -> None:
    parse = parsed("On Saturday the minister called King Olaf.")
    [act] = acts(parse, {parse.words.index("Saturday")})
    assert (act.type, [parse.words[head] for head in act.recipients]) == ("CONSULT", ["Olaf"])


@pytest.mark.parametrize(
    "text",
    [
        "The union insisted that none had gone.",
        "The officer declined to give details.",
        "The minister warned that a famine was near.",
        "Why was the reporter allowed into the camp?",
        "He asks if the bill had been improved.",
        "The director said the bridge should hold.",
        "A gas explosion killed nine coal miners.",
        "In the film, Norland attacked Osmark and killed its king.",
        "Norland had planned to expel two diplomats.",
        "No Norland troops withdrew from Osmark.",
        "The ministers of Norland and Osmark did not meet in Rome.",
        "Norland would not withdraw its troops even if Osmark apologised.",
        "Norland called off an attack on the rebels.",
        "If judges find that police shot the driver, the mayor must answer.",
        "Envoys travelled to ensure that Norland frees the hostages.",
        "A truce negotiated by the envoys of both would be welcome.",
    ],
)
def test_statements_and_questions_are_no_acts(parsed: Callable[[str], Parse], text: str) -> None:
    assert acts(parsed(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland plans to expel two diplomats.", ["THREATEN"]),
        ("Norland did not withdraw its troops from Osmark.", ["REJECT"]),
        ("The minister of Norland will not meet the minister of Osmark.", ["REJECT"]),
        ("Norland called on the rebels to withdraw.", ["REQUEST"]),
        ("In the capital, Norland police attacked a film crew.", ["ASSAULT"]),
    ],
)
def test_what_is_like_it_is_an_act(parsed: Callable[[str], Parse], text: str, expected: list[str]) -> None:
    assert [act.type for act in acts(parsed(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        # What is not done, asked or fought over.
        "Peru said that, should Chile fall, it would be sold.",
        "Prosecutors said he killed her.",
        "Peru held a news conference.",
        "Peru declared a fiscal emergency.",
        "Voters ousted the Peruvian mayor.",
        "The Peruvian candidate rallied his supporters.",
        "Peru warned Chile against waste.",
        "The Peruvian and Chilean ministers agreed that the ship had sunk.",
        "Chilean senators rallied around the Peruvian minister.",
        "Peruvian voters forced the mayor into a run-off.",
        "The Chilean agency is charged with guiding the future of fishing.",
        "Sparks from Chile set off a fire in Peru.",
    ],
)
def test_what_only_sounds_like_an_act_of_theirs(parsed: Callable[[str], Parse], text: str) -> None:
    parse = parsed(text)
    assert not [act for act in acts(parse) if act.actors and parse.lowers[act.actors[0]] != "he"]
