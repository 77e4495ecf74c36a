from dateline import InputError
from dateline.archive.kept import Kept, kept
from dateline.model import Article
from dateline.stories.features import Features


def test_what_is_kept_of_a_reading(pile: list[Article]) -> None:
    [(article, read)] = kept(pile[2:3])
    assert isinstance(read, Kept)
    assert article.id == "f2"
    assert {("day", "2023-10-14"), ("place", "Port Selm"), ("person", "Jonas Verrin")} <= set(read.told)
    assert read.opening.startswith("Nine people are dead")
    assert Features.of_plain(read.features).article == "f2"


def test_what_cannot_be_read_comes_with_the_reason(pile: list[Article]) -> None:
    [(_, problem)] = kept([Article(id="x", text="Quelque chose.", language="fr")])
    assert isinstance(problem, InputError)
