import datetime as dt

import pytest

from dateline import Article, Span
from dateline.entities import article_names
from dateline.entities.names import FoundName, find_with_country
from dateline.languages import Language
from dateline.reading.article import read_article
from dateline.timeline.close.story_forms import Named, Told, of_story
from dateline.timeline.memory import Memory

LONG = "U.S. President Lorne Akende met Chancellor Mirela Haas in Oslo. The North Korean leader stayed at home."
SHORT = "Akende left Oslo on Monday. As we reported, Haas's spokesman was with him. Norden Steel sent flowers."


@pytest.fixture(scope="module")
def names() -> dict[str, Named]:
    articles = [Article(name, text, dt.date(2021, 3, 4)) for name, text in (("long", LONG), ("short", SHORT))]
    return of_story(read_article(article) for article in articles)


def test_a_surname_of_one_article_is_the_person_another_names_in_full(names: dict[str, Named]) -> None:
    assert names["short"].one_form("Akende") == "Lorne Akende"


def test_a_country_has_one_name_under_its_demonym_too(names: dict[str, Named]) -> None:
    assert names["long"].one_form("American") == names["long"].one_form("United States")


def test_rank_ties_a_person_to_a_country(names: dict[str, Named]) -> None:
    assert names["long"].ties["Lorne Akende"] == names["long"].one_form("U.S.")


@pytest.mark.parametrize(
    ("said_by", "speaker"),
    [
        ("Haas", "Mirela Haas"),
        ("the Norden Steel", "Norden Steel"),
        ("we", None),
        ("a docker", "a docker"),
    ],
)
def test_who_says_so_goes_by_one_name(names: dict[str, Named], said_by: str, speaker: str | None) -> None:
    assert names["short"].speaker(said_by) == speaker


def test_who_takes_part_is_neither_a_place_nor_an_owner(names: dict[str, Named]) -> None:
    own = names["short"]
    within = own.within(0, len(SHORT))
    assert [name.text for name in within] == ["Akende", "Oslo", "Haas", "Norden Steel"]
    places = [name.text for name in within if own.is_place(name)]
    assert own.participants(within, places, told(SHORT)) == ("Lorne Akende", "Norden Steel")


def told(text: str, roles: tuple[str, ...] | None = None, times: tuple[str, ...] = (), verb: str = "") -> Told:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    trigger = text.index(verb) if verb else None
    return Told(Span(0, len(text)), [*map(span, times)], None if roles is None else [*map(span, roles)], None, trigger)


def of_text(text: str) -> Named:
    article = Article("a", text, dt.date(2024, 6, 12))
    return of_story([read_article(article)])["a"]


@pytest.mark.parametrize(
    ("text", "roles", "who"),
    [
        (
            "Ann Lee met Omar Haddad, who once worked for Jo Weir.",
            ("Ann Lee", "Omar Haddad"),
            ("Ann Lee", "Omar Haddad"),
        ),
        ("His wife, Ann Lee, sued Norden Steel.", ("His wife",), ("Ann Lee",)),
        ("Ann Lee pleaded not guilty of harming Omar Haddad.", (), ("Ann Lee",)),
        ("The song led in every country except Japan and Malta.", None, ()),
        ("Ann Lee met the brother of the late singer Jo Weir.", None, ("Ann Lee",)),
        ("The niece of Jo Weir met Ann Lee.", None, ("Ann Lee",)),
        ("Ann Lee defended her positions on Japan, Malta and Chile.", None, ("Ann Lee",)),
        ("They met envoys from states such as Japan, Malta and Chile.", None, ()),
        ("Ann Lee, known for a Kangol-style hat, met Omar Haddad.", None, ("Ann Lee", "Omar Haddad")),
        ("On Monday the mayor met the Zell Cup winner Omar Haddad.", None, ("Omar Haddad",)),
        ("On Monday the Zell Cup winner met Omar Haddad.", None, ("Omar Haddad",)),
        ("On Monday the Norden Rail spokesman met Omar Haddad.", None, ("Omar Haddad",)),
        ("Norden Rail or Ann Lee met the mayor on Monday.", None, ("Norden Rail", "Ann Lee")),
        ("Ann Lee met the mayor, the two of them told Norden News.", None, ("Ann Lee",)),
        ("The mayor met the authors of a paper entitled Seeking Dust in Distant Clouds.", None, ()),
        ("Ann Lee met patients in Long Beach, CA.", None, ("Ann Lee",)),
        ("Ann Lee sued three big U.S. oil firms.", ("Ann Lee", "three big U.S. oil firms"), ("Ann Lee",)),
        ("Ann Lee met Obama fans.", ("Ann Lee", "Obama fans"), ("Ann Lee",)),
        ("Ann Lee met the Marl study team.", ("Ann Lee", "the Marl study team"), ("Ann Lee",)),
        ("The Norden party met Ann Lee.", ("The Norden party", "Ann Lee"), ("Norden", "Ann Lee")),
        (
            "The Norden Council leaders met Jo Weir.",
            ("The Norden Council leaders", "Jo Weir"),
            ("Norden Council", "Jo Weir"),
        ),
        ("Ann Lee met miners of central China.", None, ("Ann Lee",)),
        ("Ann Lee met miners from the Baram pad.", None, ("Ann Lee",)),
        ("The former Norden Bank CEO met Jo Weir MP.", None, ("Jo Weir",)),
        ("Ann Lee met nobody, she said in an interview with Norden News.", None, ("Ann Lee",)),
        ("The former Norden Bank head met Ann Lee.", ("The former Norden Bank head", "Ann Lee"), ("Ann Lee",)),
        ("Ann Lee met a man who cried “Mara God” twice.", None, ("Ann Lee",)),
        ("“We did it,” Ann Lee said. “Omar Haddad met us.”", None, ("Ann Lee", "Omar Haddad")),
        ("Former Norden Steel and Marl Rail managers met Ann Lee.", None, ("Norden Steel", "Marl Rail", "Ann Lee")),
        ("Ann Lee, M.S., R.D., met Jo Weir, MP, in Oslo.", None, ("Ann Lee", "Jo Weir")),
    ],
)
def test_who_takes_part_has_a_role_or_comes_before_the_event(
    text: str, roles: tuple[str, ...] | None, who: tuple[str, ...]
) -> None:
    own = of_text(text)
    names = own.within(0, len(text))
    verb = next((verb for verb in ("met", "sued", "pleaded") if f" {verb} " in text), "")
    places = own.places(names, told(text))
    assert own.participants(names, places, told(text, roles, verb=verb)) == who


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Envoys met in Oslo on Monday.", ("Oslo",)),
        ("Analysts at Goldman Sachs met on Monday.", ()),
        ("Analysts at Norden Bank met on Monday.", ()),
        ("Students met at Corran University on Monday.", ("Corran University",)),
        ("He led in the Tour de Norden on Monday.", ()),
        ("Thousands met in Port Anselm on Monday.", ("Port Anselm",)),
        ("They waited for US airstrikes in Oslo.", ("Oslo",)),
        ("They found a friend in Lorne Akende’s campaign in Oslo.", ("Oslo",)),
    ],
)
def test_a_place_is_no_body_no_race_and_no_adjective(text: str, places: tuple[str, ...]) -> None:
    own = of_text(text)
    assert own.places(own.within(0, len(text)), told(text)) == places


def test_what_stands_in_a_time_expression_is_neither_who_nor_where() -> None:
    text = "They travelled over Easter Monday with Ann Lee."
    own = of_text(text)
    names = own.within(0, len(text))
    assert own.places(names, told(text, times=("Easter Monday",))) == ()
    assert own.participants(names, (), told(text, times=("Easter Monday",))) == ("Ann Lee",)


def test_a_story_without_articles_names_nobody() -> None:
    assert of_story([]) == {}


def grown(first: str, *later: str) -> tuple[Named, Named]:
    """The names of a report before and after others came out."""
    memory = Memory()
    read = [read_article(Article(str(n), text, dt.date(2024, 6, 12))) for n, text in enumerate((first, *later))]
    before = of_story(read[:1], memory)["0"]
    before.full("Varga"), before.kind("Zorp"), before.speaker("Brandl")
    return before, of_story(read, memory)["0"]


@pytest.mark.parametrize(
    ("later", "are_the_same"),
    [
        ("It rained in Oslo.", True),
        ("Emil Varga sold a boat in Oslo.", False),
        ("It rained in Zorp. It was cold in Zorp.", False),
        ("Josef Brandl sold a boat in Oslo.", False),
    ],
)
def test_names_go_on_where_they_stand_for_the_same_in_the_story_as_it_has_grown(later: str, are_the_same: bool) -> None:
    before, after = grown("Varga sold Zorp on Monday, Brandl said.", later)
    assert (before is after) == are_the_same


@pytest.mark.parametrize("processes", [1, 2])
def test_names_are_the_same_in_however_many_processes_they_are_sought(processes: int) -> None:
    texts = [(LONG, SHORT)[number % 2] for number in range(240)]
    read = [read_article(Article(str(number), text, dt.date(2021, 3, 4))) for number, text in enumerate(texts)]
    known = of_story(read, processes=processes)
    assert list(known) == [reading.article.id for reading in read]
    for reading in read:
        assert known[reading.article.id].names is reading.names
        assert reading.names == read_article(reading.article).names
        assert reading.names.found == read_article(reading.article).names.found
    assert known["1"].one_form("Akende") == "Lorne Akende"


@pytest.mark.parametrize("processes", [1, 2])
def test_names_that_another_process_found_are_not_sought_here(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    read = [read_article(Article(str(number), SHORT, dt.date(2021, 3, 4))) for number in range(240)]
    sought: list[str] = []

    def find(language: Language, text: str) -> list[FoundName]:
        sought.append(text)
        return find_with_country(language, text)

    monkeypatch.setattr(article_names, "find_with_country", find)
    of_story(read, processes=processes)
    assert len(sought) == 240 // processes
