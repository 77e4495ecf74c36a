"""Texts as feeds, captions and broken files give them: cut off anywhere, capitals anywhere; nothing may fail."""

import random

import pytest

from dateline.entities.article_names import Names
from dateline.entities.names import bare
from dateline.entities.story_names import StoryNames
from dateline.languages import Language, named
from dateline.languages.language import at, shipped

ENGLISH, EMPTY = named("en"), at("und", shipped("und"))

NEWS = (
    "Then the Varnian president, Otto Lindqvist, met the Russian president, Vladimir Putin. North Korea’s leader Kim "
    "Jong Un, the elder North Korean leader, and Secretary of State Mike Pompeo of the Bank of England and of the "
    "Securities and Exchange Commission (SEC), or SEC, left Khasan, Russia, for Moscow. Prime Minister’s office: "
    "London-based D-Conn. al-Assad’s U.S. Sen. The King of the Lake of Mount and of The Hague and North and South "
    "Korea. In May Ms May said Washington and Moscow’s streets. Fort and Cape, Ohio, Georgia, Ala."
)


def everything(language: Language, *texts: str) -> None:
    """Ask for all there is to ask of the names of some articles."""
    articles = [Names(language, text) for text in texts]
    story = StoryNames(language, articles)
    for names in articles:
        for name in names.all:
            assert names.text[name.start : name.end] == name.text
            story.identify(name, names)
            story.person(name.text, names)
            names.toponyms.is_place(name)
        for office in names.offices:
            story.holder(office, names)
        assert names.acronyms is not None


@pytest.mark.parametrize("language", [ENGLISH, EMPTY], ids=["en", "und"])
def test_a_text_may_end_anywhere(language: Language) -> None:
    for end in range(len(NEWS) + 1):
        everything(language, NEWS[:end])


def test_a_text_may_be_made_of_any_words_in_any_case() -> None:
    words = NEWS.split(" ")
    ways = (str, str.upper, str.lower, str.title, str.swapcase)
    for seed in range(300):
        chance = random.Random(seed)
        mixed = (chance.choice(ways)(chance.choice(words)) for _ in range(chance.randrange(1, 25)))
        everything(ENGLISH, chance.choice(" \n\t").join(mixed), NEWS[: chance.randrange(80)])


def test_a_run_may_hold_any_words() -> None:
    words = [*NEWS.split(" "), "of", "and", "for", "the", "&", "’s", "ß", "1"]
    for seed in range(2_000):
        chance = random.Random(seed)
        run = [chance.choice(words) for _ in range(chance.randrange(1, 7))]
        assert bare(ENGLISH, run)
