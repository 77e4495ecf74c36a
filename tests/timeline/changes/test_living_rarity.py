"""How rare words are by what was told so far."""

import datetime as dt

import pytest

from dateline import Article
from dateline.languages import named
from dateline.reading.article import read_article
from dateline.timeline.changes.living_rarity import LivingRarity
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.merge.likeness import model_of, rarity
from dateline.timeline.select import passages

TEXT = """Ilona Varga met the miners of Lindow on March 3.
The Skarn ferry sank on March 4 and nine people drowned.
Ilona Varga wept for the ferry on March 5."""


def tellings() -> list[Telling]:
    return close_reading(passages.of(read_article(Article("a", TEXT, dt.date(2021, 3, 6)))))


def test_it_is_that_of_the_story_so_far() -> None:
    model = model_of(named("en"))
    living = LivingRarity(model)
    for number, telling in enumerate(told := tellings(), 1):
        living.add(telling)
        so_far = rarity(told[:number], model)
        assert dict(living.rarity.words) == pytest.approx(dict(so_far.words))
        assert dict(living.rarity.names) == pytest.approx(dict(so_far.names))
        assert dict(living.rarity.standing) == pytest.approx(dict(so_far.standing))
        assert living.rarity.near.of_all(telling.words_near) == pytest.approx(so_far.near.of_all(telling.words_near))
        assert living.rarity.told == so_far.told
