"""What is cut out of a sentence for a date beside what it tells."""

from collections.abc import Callable

import pytest

from dateline.events.dates.clauses import main_clause, side_clause
from dateline.events.parsing.parse import Parse

Parsed = Callable[[str], Parse]


def cut(parse: Parse, words: str) -> str | None:
    start = parse.text.index(words)
    cut_out = side_clause(parse, start, start + len(words))
    return None if cut_out is None else cut_out.words.of(parse.text)


def own_sentence(parse: Parse, words: str) -> str | None:
    start = parse.text.index(words)
    span = main_clause(parse, start, start + len(words))
    return None if span is None else span.of(parse.text)


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        (
            "Rosa Feld, who took office in May, praised the firemen.",
            "May",
            "Rosa Feld, who took office in May",
        ),
        (
            "The treaty signed by Norway last week did not calm the markets.",
            "last week",
            "The treaty signed by Norway last week",
        ),
        (
            "The firemen went home after the dam at Ash had burst on Monday.",
            "Monday",
            "the dam at Ash had burst on Monday.",
        ),
        (
            "Historians compare it with the 1989 collapse of the Berlin Wall.",
            "1989",
            "the 1989 collapse of the Berlin Wall.",
        ),
        (
            "Norden Ferries (which reportedly axed its cabins in July) has been working on boats since.",
            "July",
            "Norden Ferries (which reportedly axed its cabins in July)",
        ),
        ("Oker did not tell what he meant when he left Norway on Monday.", "Monday", "he left Norway on Monday."),
        ("The firemen slept after they had worked on Monday.", "Monday", None),
        ("The Zell firm sells ports under the 2006 Clean Harbour Act.", "2006", None),
        ("It came third in the World Guild's 2012 Trade report.", "2012", None),
        ("The affair may ruin Oker's 2012 presidential hopes.", "2012", None),
        (
            "The firemen spoke of the Harbour Act passed by Norway last week.",
            "last week",
            "the Harbour Act passed by Norway last week.",
        ),
        ("Most ask the question that Oker will attempt to answer tonight when she speaks.", "tonight", None),
        ("Oker plays a tougher game than he did in the talks over the bridge last summer.", "last summer", None),
        ("They spoke of the fact that the Norden ferry sank on Monday.", "Monday", None),
        (
            "The leader of the Oker party, who resigned on Monday, was ill.",
            "Monday",
            "The leader of the Oker party, who resigned on Monday",
        ),
        ("One man who was leaving the Oker Hospital on Friday said he saw smoke.", "Friday", None),
        (
            "A boy who had been lying by the Oker bridge on Friday said he saw smoke.",
            "Friday",
            "A boy who had been lying by the Oker bridge on Friday",
        ),
        ("His sister Simone, standing behind the bar on Friday, said she wept.", "Friday", None),
        (
            "One man who was hurt at the Oker Hospital on Friday said he saw smoke.",
            "Friday",
            "One man who was hurt at the Oker Hospital on Friday",
        ),
        (
            "Although he denied on Monday he was washing his hands of the issue and said that he wanted more, it fell.",
            "Monday",
            None,
        ),
        (
            "This includes a tape, believed to have been made in May, that Oker obtained in April showing two girls.",
            "April",
            None,
        ),
        (
            "Higher sales in May helped lift Norway but the Norden-based bank said its sales fell.",
            "May",
            "Higher sales in May helped lift Norway",
        ),
        ("The firemen trained, in large part as a test to have a camp in space by 2023.", "2023", None),
        ("The results of yesterday's vote surprised everybody.", "yesterday", None),
        ("Oker, who is a member since May, praised the firemen.", "May", None),
    ],
)
def test_a_side_date_is_cut_to_the_words_that_tell_of_it(
    text: str, words: str, clause: str | None, parsed: Parsed
) -> None:
    told = cut(parsed(text), words)
    assert told == clause or (clause is not None and told == clause.rstrip("."))


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        # A noun by itself tells who takes part.
        ("The firemen remember a Norden raid on Ash in 1994.", "1994", "a Norden raid on Ash in 1994"),
        ("The firemen compared it with the 1994 raid by Norden on Ash.", "1994", "the 1994 raid by Norden on Ash"),
        ("The firemen remember a visit to Ash in 1994.", "1994", None),
        ("The firemen compared it with the 1994 poll in Norway.", "1994", None),
        # One that a clause tells of is known, or counted, or the clause has a name for who acts in it.
        ("The mayor praised two bridges built by Norway in 1994.", "1994", "two bridges built by Norway in 1994"),
        ("The mayor praised an advert released by Oker on Monday.", "Monday", "an advert released by Oker on Monday"),
        ("The mayor laughed at a funny advert for Norden released on Monday.", "Monday", None),
        ("Oker was fined for a speech he made in Norway in 2011.", "2011", None),
    ],
)
def test_a_noun_is_cut_out_where_it_tells_whose_it_is(
    text: str, words: str, clause: str | None, parsed: Parsed
) -> None:
    assert cut(parsed(text), words) == clause


def test_of_two_joined_sentences_a_date_has_its_own(parsed: Parsed) -> None:
    parse = parsed("The dam at Ash burst on Monday, and the mayor of Lindow resigned on Tuesday.")
    other = own_sentence(parse, "Tuesday")
    assert own_sentence(parse, "Monday") == "The dam at Ash burst on Monday"
    assert other is not None
    assert other.startswith("the mayor of Lindow resigned on Tuesday")


def test_what_is_said_goes_with_who_says_it_behind(parsed: Parsed) -> None:
    text = (
        "North Arland leader Ole Jong Quill will visit Borland for a summit with President Vladimir Lund, North Korean "
        "state media said on Tuesday, and a Borland news report said the leaders will meet on April 25 in Zell."
    )
    own = own_sentence(parsed(text), "Tuesday")
    assert own is not None
    assert own.startswith("North Arland leader Ole Jong Quill will visit Borland")
    assert own.endswith("state media said on Tuesday")


def test_of_sentences_with_a_semicolon_between_them_a_date_has_its_own(parsed: Parsed) -> None:
    text = (
        "The summit began hours after reports that Arland and Borland may end the war that began in 1950; the two "
        "nations ended the fighting with a truce in 1953."
    )
    own = own_sentence(parsed(text), "1953")
    assert own is not None
    assert own.startswith("the two nations ended the fighting")
    assert own_sentence(parsed("The ferry sank off Ash in 1953; off Lindow; and off Corran."), "1953") is None


def test_one_sentence_is_not_cut(parsed: Parsed) -> None:
    assert own_sentence(parsed("The dam at Ash burst on Monday and flooded the town."), "Monday") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tor Lund added to those records going into the weekend at the Zell Cup.", "the weekend"),
        ("Ada Quill is the same woman who sold the Marigold in 2006.", "2006"),
    ],
)
def test_a_noun_of_which_was_spoken_is_not_cut_out(text: str, words: str, parsed: Parsed) -> None:
    assert cut(parsed(text), words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Quill hinted that the Zell guard had led an attack on the ferry on Monday.", "Monday"),
        ("Many are asking whether the Zell ferry will sail on Monday.", "Monday"),
        ("Ada Quill does not feel that the Zell ferry has sailed well since Monday.", "Monday"),
        ("Ada Quill will sing if the Zell ferry sails on Monday.", "Monday"),
    ],
)
def test_what_is_only_hinted_at_asked_or_not_thought_is_not_cut_out(text: str, words: str, parsed: Parsed) -> None:
    assert cut(parsed(text), words) is None


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("The mayor says Ada Quill was called to Zell ahead of a hearing on Monday.", "Monday", None),
        ("Ada Quill, who ran a fund for victims of the May attack, has died.", "May", None),
        # What somebody is only let or told to do is no clause by itself.
        ("It broke a vow to allow Ada Quill to open the Zell pier in 2008.", "2008", None),
        (
            "The moves came just hours before the Zell ferry was set to sail on Monday.",
            "Monday",
            "the Zell ferry was set to sail on Monday",
        ),
    ],
)
def test_what_is_cut_out_tells_of_the_date_and_names_nothing_else_of_it(
    text: str, words: str, clause: str | None, parsed: Parsed
) -> None:
    assert cut(parsed(text), words) == clause
