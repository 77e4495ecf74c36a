from collections.abc import Callable, Sequence

from dateline.text.copies import Copies
from dateline.timeline.close.tellings import Telling
from dateline.timeline.select.events import Event, best, every
from dateline.timeline.select.limits import Quota, room
from dateline.timeline.select.sentences import SentenceChoice

Tell = Callable[..., list[Telling]]
SANK = "The ferry Marigold sank off Skarn on March 3 with nine people on board."
ALSO_SANK = "Nine people were on board the Marigold when it sank on March 3."
STRIKE = "Dockers in Gressow went on strike on March 3 over a new harbour law."
NO_COPIES = Copies({})


def limits(a_day: int = 3, *, another: bool = False) -> Quota:
    return Quota(a_day, 1 if another else a_day, room(a_day), 3 * a_day)


def shown(groups: Sequence[Sequence[Telling]], quota: Quota, copies: Copies = NO_COPIES) -> list[Event]:
    """The events shown of groups of one date whose first passages are chosen in their order."""
    heads = [group[0].passage for group in groups]
    return best(groups, [SentenceChoice(heads[0].date, quota, heads, [])], 0.0, copies)


def test_of_a_small_story_every_group_is_an_event(tell: Tell) -> None:
    one, other = tell((4, SANK), (4, STRIKE))
    assert every([[one], [other]]) == [Event([one], None), Event([other], None)]


def test_a_date_shows_the_events_of_its_best_sentences(tell: Tell) -> None:
    sank, also, strike = tell((4, SANK), (5, ALSO_SANK), (4, STRIKE))
    events = shown([[sank, also], [strike]], limits())
    assert [(event.tellings, event.chosen) for event in events] == [([sank, also], sank), ([strike], strike)]


def test_no_more_than_a_date_may_have(tell: Tell) -> None:
    sank, strike = tell((4, SANK), (4, STRIKE))
    assert [event.chosen for event in shown([[sank], [strike]], limits(a_day=1))] == [sank]


def test_two_sentences_of_one_event_are_one_entry(tell: Tell) -> None:
    sank, also = tell((4, SANK), (5, ALSO_SANK))
    choice = SentenceChoice(sank.passage.date, limits(), [sank.passage, also.passage], [])
    assert len(best([[sank, also]], [choice], 0.0, NO_COPIES)) == 1


def test_what_follows_the_first_needs_a_second_independent_article(tell: Tell) -> None:
    sank, also, strike, strikes = tell((4, SANK), (5, ALSO_SANK), (4, STRIKE), (5, STRIKE.replace("over", "against")))
    assert len(shown([[sank, also], [strike]], limits(another=True))) == 1
    assert len(shown([[sank, also], [strike, strikes]], limits(another=True))) == 2
    copies = Copies({strikes.article.id: strike.article.id})
    assert len(shown([[sank, also], [strike, strikes]], limits(another=True), copies)) == 1


def test_the_sentences_of_a_date_share_its_room(tell: Tell) -> None:
    long = "Dockers in Gressow went on strike on March 3 " + "over a new harbour law and the pay of night watchmen " * 8
    sank, strike = tell((4, SANK), (4, long.strip() + "."))
    assert [event.chosen for event in shown([[sank], [strike]], limits())] == [sank]
    assert [event.chosen for event in shown([[strike], [sank]], limits())] == [strike]


def test_a_day_is_shown_before_the_month_that_holds_it(tell: Tell) -> None:
    day, month = tell((4, SANK), (30, "The ferry Marigold sank off Skarn in March with nine people on board."))
    choices = [SentenceChoice(telling.passage.date, limits(), [telling.passage], []) for telling in (month, day)]
    assert [event.chosen for event in best([[day, month]], choices, 0.0, NO_COPIES)] == [day]
