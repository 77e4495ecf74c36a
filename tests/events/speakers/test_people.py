import pytest

from dateline.entities.article_names import Names
from dateline.events.speakers.people import People
from dateline.events.speakers.words import Gender
from dateline.languages import named
from dateline.text.sentences import split

ENGLISH = named("en")
HE, SHE = Gender.MASCULINE, Gender.FEMININE


def people(text: str) -> People:
    return People(Names(ENGLISH, text), split(ENGLISH, text))


@pytest.mark.parametrize(
    ("text", "gender", "because"),
    [
        ("Mrs. Teal Blane came.", SHE, "her title"),
        ("Sir Teal Blane came.", HE, "his title"),
        ("Spokeswoman Teal Blane came.", SHE, "what she is, before the name"),
        ("His wife, Teal Blane, came.", SHE, "what she is, before the name and a comma"),
        ("Teal Blane, the former chairman of the board, came.", HE, "what he is, behind the name"),
        ("Teal Blane, whose wife left, came.", None, "the wife is another one"),
        ("Teal Blane, a member of the women’s team, came.", None, "a member is either"),
        ("Teal Blane said she would come.", SHE, "the pronoun behind the name"),
        ("Teal Blane sold his house.", HE, "the pronoun before a noun"),
        ("The mayor told Teal Blane that he would come.", HE, "the pronoun behind the only name"),
        ("She said Teal Blane knew she would come.", None, "the pronoun is another one's"),
        ("Teal Blane met Orla Finch and said she would come.", None, "there are two"),
        ("Teal Blane came. On Monday she left.", SHE, "the pronoun that opens the next sentence"),
        ("Mrs. Orla Finch came. Teal Blane left. She is late.", None, "it may be of the woman who was named before"),
        ("She said so at the house of Teal Blane. She left.", None, "the same woman goes on"),
        ("Teal Blane came. “She is late,” they cried.", None, "what is quoted may be of anybody"),
        ("Teal Blane came, and told her that it was late.", None, "told her is another one"),
        ("Rosa Blane came.", SHE, "a given name hints"),
        ("Rosa Blane came. He left.", SHE, "one pronoun does not outweigh it"),
        ("Rosa Blane said he would sell his house.", HE, "two do"),
        ("Teal Blane came.", None, "nothing tells"),
    ],
)
def test_the_article_tells_who_is_a_he_and_who_a_she(text: str, gender: Gender | None, because: str) -> None:
    person = "Rosa Blane" if "Rosa" in text else "Teal Blane"
    assert people(text).gender(person) is gender, because


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Prince Blane", HE), ("Princess Blane", SHE), ("Lady Teal", SHE), ("Baron Blane", HE)],
)
def test_no_pronoun_outweighs_the_title_that_a_name_begins_with(name: str, gender: Gender) -> None:
    others = "She left. He left. She said her house burned. He said his house burned."
    text = f"The town met {name} as she knew and he knew. {name} came as she and he had. {others}"
    assert people(text).gender(name) is gender


@pytest.mark.parametrize(
    ("text", "name", "acts"),
    [
        ("Teal Blane left on Monday.", "Teal Blane", True),
        ("On Monday Teal Blane left.", "Teal Blane", True),
        ("The minister, Teal Blane, left.", "Teal Blane", True),
        ("A letter by Teal Blane arrived.", "Teal Blane", False),
        ("The letter pleased Teal Blane.", "Teal Blane", False),
        ("Teal Blane’s letter arrived.", "Teal Blane", False),
        ("The letter arrived after Teal Blane left.", "Teal Blane", False),
        ("It was late when Teal Blane left.", "Teal Blane", True),
        ("A photograph of the minister Teal Blane arrived.", "Teal Blane", False),
        ("Teal Blane, 40", "Teal Blane", False),
    ],
)
def test_a_subject_has_a_verb_behind_it_and_no_preposition_before(text: str, name: str, acts: bool) -> None:
    start = text.index(name)
    assert people(text).is_subject(start, start + len(name)) is acts


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Teal Blane came.", {"Teal Blane"}),
        ("Mr. Blane came.", {"Blane"}),
        ("President Blane came.", {"Blane"}),
        ("Blane came to Lindow.", set()),
        ("Rosa Blane came. Mr. Blane left.", {"Rosa Blane", "Blane"}),
        ("Rosa Blane came. Mrs. Blane left.", {"Rosa Blane"}),
    ],
)
def test_a_person_has_a_full_name_or_a_title(text: str, persons: set[str]) -> None:
    assert people(text).persons == persons


def test_a_given_name_behind_its_title_is_that_of_the_one_who_has_it() -> None:
    assert people("Sir Tam Orr came. Sir Tam sang.").full("Tam") == "Tam Orr"
    assert people("Sir Tam Orr met Tam Lund. Sir Tam sang.").full("Tam") == "Tam"
    assert people("Mr Tam sang for Tam Orr.").full("Tam") == "Tam"
