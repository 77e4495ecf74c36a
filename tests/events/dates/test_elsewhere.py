"""Dates that are the days of nothing that a sentence tells to be so."""

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.events.dates.elsewhere import is_of_no_fact
from dateline.events.parsing.parse import Parse
from dateline.times import tag

PUBLISHED = dt.date(2022, 9, 15)  # a Thursday


@pytest.mark.parametrize(
    ("text", "words", "is_none"),
    [
        ("If there is no deal by Friday, the ferries will stop the day after.", "Friday", True),
        ("The towns will suffer for years, even if the leak is capped this year.", "this year", True),
        ("The towns have suffered, even though the leak is capped this year.", "this year", False),
        ("The mayor said it should be held within 21 days of the May 2 vote on the tax.", "May 2", True),
        ("The fair will be held within a mile of the May 2 fire.", "May 2", False),
        ("The rocket should be ready within the first few weeks of 2023.", "2023", False),
        ("If the tax is not passed by 31 December, the port will close.", "31 December", False),
        ("The floods brought the toll of the valley since 2001 to 230.", "2001", True),
        ("The floods have killed 230 since 2001.", "2001", False),
        ("In answer to the plea of Ada Quill (Letters, 13 June), the mayor wept.", "13 June", True),
        ("The quay was sold to a baker (A quay of one's own, page 34, Review, 13 June).", "13 June", True),
        ("In answer to the plea of Ada Quill (she spoke on 13 June), the mayor wept.", "13 June", False),
        ("The mayor (13 June) wept.", "13 June", False),
        ("If the talks on Friday fail, the ferries will stop.", "Friday", False),
        ("If the dam had burst on Monday, many would have drowned.", "Monday", False),
        ("The council will shortly break for Christmas.", "Christmas", True),
        ("The fair is set for Christmas.", "Christmas", False),
        ("The board called a strike for Christmas.", "Christmas", False),
        ("The board will meet on Christmas Day.", "Christmas Day", False),
        ("The court will sit for Monday.", "Monday", False),
        ("The mayor recalled her trip to Zell for Christmas fairs last year.", "Christmas", True),
        ("The mayor will open the Christmas fairs, unlike last year.", "Christmas", False),
        ("The union had appealed to dockers to return to work on Monday.", "Monday", True),
        ("The mayor ordered dockers to return to work on Monday.", "Monday", False),
        ("The clerk told the mayor that he had set a call for the next Saturday, far too late.", "Saturday", True),
        ("The clerk set a call for next Saturday.", "next Saturday", False),
        ("Oker would lead had the tall rider not lost a minute two days ago.", "two days ago", True),
        ("Her father would be sorry if she wore a mask on Halloween.", "Halloween", True),
        ("Her father would be sorry if the talks on Saturday failed.", "Saturday", False),
        ("If the vote were held today, Ada Quill would win a third of it.", "today", True),
        ("If the vote is held today, Ada Quill will win a third of it.", "today", False),
        ("It would have led the referee to call off the race on Saturday.", "Saturday", True),
        ("The race would have begun on Saturday.", "Saturday", False),
        ("Tor Lund would have said last week that it was his.", "last week", True),
        ("Tor Lund would have backed the 2011 raid on Zell.", "2011", False),
        ("Zell United would still have won the cup at the weekend.", "the weekend", True),
        ("Tor Lund would have been sixty next Monday.", "Monday", False),
        ("That was nearly two years ago and the case is still in the papers.", "two years ago", True),
        ("It was 2006 before anyone woke up, for all the calls of Quill.", "2006", True),
        ("His last job at the port was 30 years ago.", "30 years ago", True),
        ("The last raid on the port was three years ago.", "three years ago", False),
        ("It was Friday when the dam burst.", "Friday", False),
        ("It was last Monday that Quill fled.", "Monday", False),
        ("It was a ruin two years ago.", "two years ago", False),
        ("The vote is Monday.", "Monday", False),
        ("Today, the fund has a tower of its own.", "Today", True),
        ("The port was full, but today, most of it is for yachts.", "today", True),
        ("Today the fund has a hearing.", "Today", False),
        ("Today, the fund bought a tower of its own.", "Today", False),
        ("Today, the fund is buying a tower.", "Today", False),
        ("The fund has a hearing today, at noon.", "today", False),
        ("On Monday, the fund has a hearing.", "Monday", False),
        ("Just before Christmas, the couple moved to the island.", "Christmas", True),
        ("The two will be sentenced some time after October 12.", "October 12", True),
        ("Before Christmas, the couple moved to the island.", "Christmas", True),
        ("The council returns after Easter.", "Easter", True),
        ("The council returns after Friday.", "Friday", False),
        ("The couple moved to the island two days before Christmas.", "Christmas", False),
        ("The tower fell just after 5 p.m. on Monday.", "Monday", False),
        ("2030 is not here yet, but the fair is ready.", "2030", True),
        ("If the crowd is as large as it was on Monday, the pier may be full.", "Monday", True),
        ("Oker leads and the tall rider lost a minute two days ago.", "two days ago", False),
    ],
)
def test_days_of_nothing_that_is_so(text: str, words: str, is_none: bool, parsed: Callable[[str], Parse]) -> None:
    timexes = tag(text, PUBLISHED, "en")
    timex = next(timex for timex in timexes if words in timex.text)
    assert is_of_no_fact(parsed(text), timex, timexes, PUBLISHED) is is_none
