from collections.abc import Callable

import pytest

from dateline.events.attribution.spans import attributions
from dateline.events.parsing.parse import Parse
from dateline.languages import named
from dateline.model import Attribution

ENGLISH = named("en")

Told = Callable[[str], list[Attribution]]


@pytest.fixture
def told(parsed: Callable[[str], Parse]) -> Told:
    return lambda text: attributions(parsed(text))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour will reopen in May, according to the port authority.",
            "the port authority",
            "according to",
            "The harbour will reopen in May",
        ),
        ("Officials said the road was closed.", "Officials", "said", "the road was closed"),
        (
            "“The water is rising,” Mayor Lena Brandt said.",
            "Mayor Lena Brandt",
            "said",
            "“The water is rising,”",
        ),
        ("“We are ready,” said Tomas Reyes.", "Tomas Reyes", "said", "“We are ready,”"),
        (
            "The ministry denied that the plant had leaked.",
            "The ministry",
            "denied",
            "that the plant had leaked",
        ),
    ],
)
def test_source_cue_and_content_are_told_apart(told: Told, text: str, source: str, cue: str, content: str) -> None:
    found = told(text)
    assert (words(text, found[0].source), words(text, found[0].cue), words(text, found[0].content)) == (
        [source],
        [cue],
        [content],
    )


def test_a_cue_amid_its_quotation_has_both_parts(told: Told) -> None:
    text = "“The talks failed,” Reyes said, “because nobody came.”"
    (found,) = told(text)
    assert words(text, found.content) == ["“The talks failed,”", "“because nobody came.”"]
    assert found.kind == "direct"


def test_a_quotation_goes_on_into_the_next_sentence(told: Told) -> None:
    text = "“The bridge is safe,” Ada Okoro said. “We tested it twice.”"
    (found,) = told(text)
    assert words(text, found.content)[-1].endswith("“We tested it twice.”")


def test_a_quotation_whose_question_ends_a_sentence_goes_on_behind_the_cue(told: Told) -> None:
    text = "“Who would pay for such a bridge?” Ada Okoro asked. “The town cannot.”"
    (found,) = told(text)
    assert words(text, found.content) == ["“Who would pay for such a bridge?”", "“The town cannot.”"]


def test_a_speech_of_several_paragraphs_is_one_content(told: Told) -> None:
    text = (
        "“We came to the river in 1990.\n\n“We stayed because of the work.\n\n"
        "“And now we leave,” Ada Okoro told the Echo on Monday."
    )
    (found,) = told(text)
    (content,) = words(text, found.content)
    assert (content.startswith("“We came"), content.endswith("now we leave,”")) == (True, True)
    assert (found.kind, found.speaker) == ("direct", "Ada Okoro")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("„The bridge is safe“, said engineer Luc Moreau.", "„The bridge is safe“"),
        ("« The bridge is safe », said engineer Luc Moreau.", "« The bridge is safe »"),
        ("'The bridge is safe,' said engineer Luc Moreau.", "'The bridge is safe,'"),
        ('"The bridge is safe," said engineer Luc Moreau.', '"The bridge is safe,"'),
        ("“The bridge is safe, said engineer Luc Moreau.", "“The bridge is safe,"),
    ],
)
def test_a_quotation_in_marks_of_any_kind_is_direct(told: Told, text: str, content: str) -> None:
    (found,) = told(text)
    assert (words(text, found.content), found.kind, found.speaker) == ([content], "direct", "Luc Moreau")


def test_what_a_paper_tells_of_a_clause_is_not_the_sentence(told: Told) -> None:
    text = "The council approved a transfer of funds, which is set to take effect at once according to the paper."
    (found,) = told(text)
    assert words(text, found.content) == ["which is set to take effect at once"]


def test_an_office_is_no_name(told: Told) -> None:
    (found,) = told("The fair is off, the Norland Ambassador to Corran revealed.")
    assert found.speaker == "the Norland Ambassador to Corran"


def test_a_title_is_no_name_of_what_stands_in_it(told: Told) -> None:
    assert [found.speaker for found in told("The two-time ZFL Coach of the Year said he was done.")] == [
        "the two-time ZFL Coach of the Year"
    ]


def test_a_word_alone_in_marks_is_no_act_of_saying(told: Told) -> None:
    text = 'The mayor warned that if Norden "threatens" the ferry "it will pay a price like none before."'
    assert [found.speaker for found in told(text)] == ["the mayor"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Nordpress reports that the Tribune, citing two sources, wrote that the visit was off.",
            ["Nordpress", "the Tribune"],
        ),
        ("“The strike will go on,” Feld said, according to the Echo.", ["Feld", "the Echo"]),
    ],
)
def test_a_chain_of_sayings_is_kept(told: Told, text: str, speakers: list[str]) -> None:
    assert [found.speaker for found in told(text)] == speakers


def test_quotation_marks_tell_the_kind(told: Told) -> None:
    kinds = [
        found[0].kind
        for found in map(
            told,
            (
                "“The bridge is safe,” Okoro said.",
                "Okoro said the bridge was “perfectly safe” now.",
                "Okoro said the bridge was safe.",
            ),
        )
    ]
    assert kinds == ["direct", "mixed", "indirect"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harbour aide Yara Nasser told reporters that the ships would leave.", "Yara Nasser"),
        ("Norland's Tribune newspaper reported that the visit was off.", "Tribune"),
        ("Three U.S. intelligence agencies said that the cable was cut.", "three U.S. intelligence agencies"),
        ("State-run news agency Nordpress reported that no deal was expected.", "Nordpress"),
        ("A Norwegian news report said the leaders will meet.", "a Norwegian news report"),
        ("Two people close to the preparations said the venue had changed.", "two people close to the preparations"),
        ("Pavel Lind, a professor at Easton University, said the summit would help.", "Pavel Lind"),
        ("The spokesman, Pavel Lind, said the summit would help.", "Pavel Lind"),
    ],
)
def test_a_speaker_is_named_where_the_source_has_a_name(told: Told, text: str, speaker: str) -> None:
    assert told(text)[0].speaker == speaker


def test_he_is_the_one_who_spoke_before(told: Told) -> None:
    text = (
        "The minister is looking for a way out, said Pavel Lind, a professor at Easton University.\n\n"
        "“Moreau does not want to look weak,” he said."
    )
    assert [found.speaker for found in told(text)][-1] == "Pavel Lind"


def test_the_newspaper_is_the_one_named_before(told: Told) -> None:
    text = (
        "Norland's Tribune newspaper reported on Tuesday that the visit was off. "
        "The newspaper said two sources had confirmed it."
    )
    assert [found.speaker for found in told(text)][-1] == "Tribune"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # By the name beside the role, wherever it stands.
        ("The pumps failed at dawn, according to its chief engineer, Tor Lund.", ["Tor Lund"]),
        ("The dam will hold, according to the chief engineer of the Aar Water Board, Tor Lund.", ["Tor Lund"]),
        ("A report by the Water Board said the dam was old.", ["the Water Board"]),
        # As written, without the capital of the sentence.
        ("A senior official, who asked not to be named, said the talks had failed.", ["a senior official"] * 2),
        ("Five people who live below it said the dam had burst.", ["five people who live below it"]),
        ("A year ago the company denied that it had lost the data.", ["the company"]),
        # One name throughout.
        (
            "The Kremlin said the visit would take place. On Friday the Kremlin denied the report.",
            ["the Kremlin", "the Kremlin"],
        ),
        (
            "The Aar News Agency (ANA) reported that the dam had burst. ANA said nobody was hurt.",
            ["the Aar News Agency", "the Aar News Agency"],
        ),
        # Whom a noun or a pronoun means, where one was named before.
        (
            "The Ministry of Transport closed the bridge. The ministry said it was unsafe.",
            ["the Ministry of Transport"],
        ),
        (
            "Nordbank cut 300 jobs on Monday. The company said the cuts were needed. It added that more would follow.",
            ["Nordbank", "Nordbank"],
        ),
        (
            "Ada Okoro and Tomas Reyes signed the deal on Monday. They said it would last.",
            ["Ada Okoro and Tomas Reyes"],
        ),
        (
            "Officials at the Ministry of Health said it was safe. The doses had come, the officials said.",
            ["officials at the Ministry of Health"] * 2,
        ),
        ("The report found that the dam was unsafe. It said that the pumps had failed.", ["the report", "the report"]),
        # And left alone where two were.
        ("Nordbank and Sudbank merged on Monday. The company said the merger was final.", ["the company"]),
        (
            "The Tribune newspaper and the Echo newspaper told of a strike. The newspaper said it had begun.",
            ["the newspaper"],
        ),
    ],
)
def test_a_source_is_the_one_the_article_names_or_what_it_is_called(told: Told, text: str, speakers: list[str]) -> None:
    assert [found.speaker for found in told(text)][-len(speakers) :] == speakers


def test_coordinated_sayings_share_their_source(told: Told) -> None:
    found = told("Reyes denied the charge and said he would appeal.")
    assert [one.speaker for one in found] == ["Reyes", "Reyes"]


def test_a_surname_stands_for_the_full_name(told: Told) -> None:
    text = "Lena Brandt opened the session. Brandt said that the vote would be held again."
    assert told(text)[-1].speaker == "Lena Brandt"


def test_the_innermost_of_nested_attributions_is_kept_beside_the_outer(told: Told) -> None:
    text = "Reuters reported on Monday that the Tribune newspaper, citing officials, said the minister had resigned."
    speakers = [found.speaker for found in told(text)]
    assert (speakers[0], speakers[-1]) == ("Reuters", "Tribune")


def test_without_parsed_sentences_nobody_says_anything() -> None:
    assert attributions(Parse(ENGLISH, "Nothing was parsed.")) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Nordbank chief, Tor Lund, said on Monday that the merger was off.", "Tor Lund"),
        ("Mayor Tor Lund of Zell said on Monday that the bridge was closed.", "Tor Lund"),
        ("A lawyer for Tor Lund said on Monday that he would appeal.", "a lawyer for Tor Lund"),
        ("The Norwegian foreign ministry said on Monday that the envoy had left.", "the Norwegian foreign ministry"),
        ("Officials at Oker prison, where Lund had been held, said on Monday he fled.", "officials at Oker prison"),
        ("The bridge was closed, said a spokesman here on Monday.", "a spokesman"),
        (
            "The Oker Rocket and Space Corporation, a builder of rockets, said it was lost.",
            "Oker Rocket and Space Corporation",
        ),
        # A hyphen joins the parts of a name, and a name before a noun tells of what kind somebody is.
        ("Fund chief Dominic Rand-Lund confirmed on Monday that he will not come.", "Dominic Rand-Lund"),
        ("A Karo Baram insider told the Echo in May that the girls were there.", "a Karo Baram insider"),
        ("The vote is split among nine judges, three of whom said they were ready.", "three of nine judges"),
        ("Dozens were hurt, according to the Blue Ring (student leaders claim 700 fell).", "the Blue Ring"),
        ("ZELL May 3 (Nordlys) - Two unions said they would strike.", "two unions"),
        ("Quill's said it would pay for the loss.", "Quill's"),
        (
            "Friday night, a group of boys entered the Zell Museum using a side staircase, Tor Lund, secretary of the "
            "Zell Council, told Nordlys early Sunday.",
            "Tor Lund",
        ),
    ],
)
def test_a_source_is_the_person_whom_its_words_name_and_its_whole_noun(told: Told, text: str, speaker: str) -> None:
    assert told(text)[0].speaker == speaker


def test_what_a_group_calls_itself_tells_who_it_is(told: Told) -> None:
    text = "A group calling itself Free Zell, which had met in May, said it would march."
    assert told(text)[-1].speaker == "a group calling itself Free Zell"
