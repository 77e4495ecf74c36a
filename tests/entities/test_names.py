"""Which words of a text are names. In the examples every name, and nothing else, stands in brackets."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.entities.names import bare, find, find_with_country
from dateline.languages import named
from dateline.model import Name

ENGLISH = named("en")


def marked(text: str) -> list[str]:
    return re.findall(r"\[([^\]]+)\]", text)


def found(text: str) -> list[str]:
    return [name.text for name in find(ENGLISH, re.sub(r"[\[\]]", "", text))]


@pytest.mark.parametrize(
    "text",
    [
        "Protesters marched past the [Bank of England] on Friday and shouted at its windows.",
        "The [Centers for Disease Control and Prevention] warned travellers, [Mali] among them.",
        "The [Senate Committee on Ports and Coastal Affairs] met; the [House Committee] on Monday did not.",
        "Ministers asked the [House Committee on Ethics] and [Marta Lindqvist] on [Norden FM].",
        "The speaker of the [House] came; the speaker of the House [Daniel Ivers] survived a vote.",
        "The chief of the [Royal Norden Navy] left it.",
        "The [Ministry of Foreign Affairs] would not comment; nor would the [Interior Ministry].",
        "A forum on [China]’s [Belt and Road] plan opened; the [Belt and Road Forum] has grown.",
        "The [U.S. Securities and Exchange Commission] fined [Harlan & Webb] twice.",
        "The talks were led by [Marta Lindqvist] of the [Baltic Institute].",
        "Trade fell, said [Daniel Ivers] of [Corbel Insights] in [London].",
        "The [State Department] and the [National Security Council] were told.",
        "The [Russian Foreign Ministry] summoned him, and [American Airlines] cancelled flights.",
        "She reads the [New York Times] and lives in [New York].",
        "[Human Rights Watch] had called for it, and [Human Rights Watch] was pleased.",
        "It went from the [Senate] to the [House of Representatives].",
        "The [Norden Press Agency] ([NPA]) told it first.",
    ],
)
def test_names_with_small_words_in_them_are_whole(text: str) -> None:
    assert found(text) == marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Moscow] and [Pyongyang] have close ties.",
        "[Corvan] Chief Executive [Tony Marsh] resigned.",
        "[New Hampshire] Gov. [Anna Crowley] vetoed it, as did [Texas] Governor [Lee Ramos].",
        "The [White House] Press Secretary [Robert Dunne] smiled.",
        "U.S. President [Donald Trump] called Secretary of State [Mike Pompeo].",
        "U.S. Special Representative for [North Korea] [Stephen Biegun] was there.",
        "Republican Senator [Carla Voss] voted with Senator [Abel Tran].",
        "[London]-based [Corvan Ltd] has a [Singapore]-listed rival.",
        "[Putin] waited for [Kim]. The [Putin]-[Kim] summit began late.",
        "They told the [Navy], though a navy is costly.",
        "They knew [Boko Haram] and they knew [Shekar]. Then [Boko Haram Shekar] came.",
        "They asked [Martin Luther King], [Stephen King] and Mr [King].",
        "The dispute between Mr [Strong] and Ms [May] went to court.",
        "[Moon Jae-in] met [Han Ji-won] and [Jean-Claude Morel] in [Ulan-Ude].",
        "In pictures: [Reuters] [Anna Varga] at home. [Reuters] said so.",
        "They knew [Boko Haram] and they knew [Abu Shekar]. Its leader is [Boko Haram] [Abu Shekar].",
        "[Queen Margrethe] and [Pope Pius] were painted by [Vincent van Gogh].",
        "They met in [Hanoi], [Vietnam] March 2, and [Theresa May], 62, came.",
        "The [Bank] and the [Fund] agreed; so did [Bank] and [Fund].",
        "Ships left [Prince Edward Island] again.",
        "They wrote to [Guards of Honour] and to [Medal for Valour] winners, and gave [Varga] for [Orlik].",
    ],
)
def test_what_stands_between_two_names_parts_them(text: str) -> None:
    assert found(text) == marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Buses stopped. Soldiers came. Lorries burned. Critics sighed.",
        "Certainly not. Screaming was heard. Others stayed. Nobody knew.",
        "We’re late. I’m sure. Don’t run. They’d gone. You’ve seen it.",
        "It happened on Monday. On Tuesday they left. Thursday’s vote was off.",
        "It came in March. In May it rained, and May 3 was dry.",
        "The Prime Minister spoke. The Foreign Secretary did not. The Secretary of State was away.",
        "A man in the country’s Far Eastern provinces ate North African food.",
        "Anti-government crowds met pro-government ones. Government-backed men watched.",
        "PRISON FOR THE MAN WHO FED THE DUCKS",
        "UPDATE: REALITY sets in.",
        "Twenty-one came. One-third left. Two-way traffic stopped.",
        "Russians and the French do not agree. The Chinese are quiet.",
        "The Senior Adviser left. The country’s Bank failed.",
        "They spoke of Far Eastern and North American affairs.",
        "Buyers sold. Rewiring helped. Fearlessly they left.",
    ],
)
def test_no_names(text: str) -> None:
    assert found(text) == marked(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apple fell. Then Apple rose.", ["Apple", "Apple"]),
        ("Lantern staff were paid by the Lantern. A lantern is a lamp.", ["Lantern", "Lantern"]),
        ("Hope won. Analysts had bet on Bob Hope.", ["Hope", "Bob Hope"]),
        ("May lost. Theresa May had hoped to win in May.", ["May", "Theresa May"]),
    ],
)
def test_the_first_word_of_a_sentence_is_a_name_where_the_article_has_it_elsewhere(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_country_far_before_a_name_does_not_own_it() -> None:
    text = "They blamed Russia’s weather, its roads and its trains, and they asked Anna Schmidt."
    [own] = [one for one in find_with_country(ENGLISH, text) if one.name.text == "Anna Schmidt"]
    assert own.country is None


@pytest.mark.parametrize(
    ("text", "name", "country", "title"),
    [
        ("Russian Foreign Minister Sergei Lavrov came.", "Sergei Lavrov", "Russia", "Foreign Minister"),
        ("North Korean leader Kim Jong Un came.", "Kim Jong Un", "North Korea", None),
        ("Russia’s President Vladimir Putin came.", "Vladimir Putin", "Russia", "President"),
        ("U.S. Secretary of State Mike Pompeo came.", "Mike Pompeo", "United States", "Secretary of State"),
        ("Corvan CEO Tony Marsh came.", "Tony Marsh", None, "CEO"),
        ("Germany did well. Anna Schmidt came.", "Anna Schmidt", None, None),
    ],
)
def test_a_name_knows_the_country_and_the_title_before_it(
    text: str, name: str, country: str | None, title: str | None
) -> None:
    [own] = [one for one in find_with_country(ENGLISH, text) if one.name.text == name]
    assert (own.country, own.title) == (country, title)


def test_a_run_without_its_rank() -> None:
    assert bare(ENGLISH, ["Kremlin", "Foreign", "Minister", "Sergei", "Lavrov"]) == ["Sergei", "Lavrov"]
    assert bare(ENGLISH, ["Prime", "Minister"]) == ["Prime", "Minister"]


_RUN = (
    "Kim Putin of and for the The Bank Minister Russian Russia North Korea New York Monday May said we’re U.S. ’s . ,"
)
_MORE = "President Prime Secretary State London-based A I Ji-won & de van Putin-Kim PRISON al-Assad 3 Mr King Foreign"
_WORDS = st.sampled_from(f"{_RUN} {_MORE}".split())


@pytest.mark.slow
@given(st.lists(_WORDS | st.text(max_size=4), max_size=40).map(" ".join))
def test_a_name_is_what_stands_at_its_offsets(text: str) -> None:
    names = find(ENGLISH, text)
    assert names == [Name(n.start, n.end, text[n.start : n.end]) for n in names]
    assert all(one.end <= other.start for one, other in itertools.pairwise(names))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It came when Republican House Speaker Ann Lee was humiliated.", ["House", "Ann Lee"]),
        ("The standoff between the White House and Congress went on.", ["White House", "Congress"]),
        ("He works for Doctors Without Borders in Zell.", ["Doctors Without Borders", "Zell"]),
        ("Secretary of State-designate Ann Lee spoke.", ["Ann Lee"]),
        ("He spotted Senate Majority Leader Ann Lee there.", ["Senate", "Ann Lee"]),
        ("Norden Food and Drug Administration said so.", ["Norden Food and Drug Administration"]),
        ("Then Pro-Lee demonstrators came.", []),
        ("Heavy rain fell. It was so heavy that nobody came.", []),
        ("The WHO approved a vaccine.", ["WHO"]),
        ("Pianist Ada Quill left.", ["Ada Quill"]),
        ("On Monday the IT firm left, and the AU condemned it.", ["AU"]),
    ],
)
def test_a_body_a_title_and_a_common_word_keep_their_bounds(text: str, names: list[str]) -> None:
    assert [name.text for name in find(ENGLISH, text)] == names
