import pytest

from dateline.languages import named
from dateline.model import Span
from dateline.times.resolving.direction import look

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("The council will vote on @.", 1),
        ("The bridge is to be opened in @.", 1),
        ("Ministers are expected to meet on @.", 1),
        ("She said the ferry would be repaired by @.", 1),
        ("The council voted on @.", -1),
        # What is said is of a day to come, or the saying of one that was.
        ("Feld said that her first move on @ would be to call the board.", 1),
        ("Feld said that on @ she would call the board.", 1),
        ("Feld said the attack on @ would not stop her.", -1),
        ("Feld said in a letter on @ that she would call the board.", -1),
        ("Feld said she had called on @ and would call again.", -1),
        ("Feld's announcement @ that she will quit is not enough.", -1),
        ("The decision on @ to shut the port will cost a hundred jobs.", -1),
        ("Her promise for @ will cost a hundred jobs.", 1),
        ("The port did not open until @.", -1),
        ("The port did not plan to open until @.", 1),
        ("She revealed her ambitious plans in a letter @.", -1),
        ("The owners unveiled plans on @ to close the port.", -1),
        ("The council called an emergency meeting for @.", 1),
        ("The bridge was opened in @.", -1),
        ("He told reporters on @ that the port will close.", -1),
        ("On @, the minister will visit the port.", 1),
        ("On @, the minister visited the port.", -1),
        ("The port will close; the strike began on @.", -1),
        ("The strike, which began on Monday, will last until @.", 1),
        ("The talks have been postponed from Tuesday to @.", 1),
        ("She's leaving the club on @.", 1),
        ("The agencies then hoped to get supplies into Gressow by @.", 1),
        ("The rebels intended to march on @.", 1),
        ("Officials had hoped to open the bridge on @.", -1),
        ("“We’re meeting the miners on @,” said Feld.", 1),
        ("It's been closed since @.", -1),
        ("He’s met the miners on @.", -1),
        ("The hearing was adjourned until @.", 1),
        ("The court gave him until @ to pay.", 1),
        ("The leaders, who met again, agreed to talk in @.", 1),
        ("Ministers are meeting on @.", 1),
        ("The runoff is on @.", 1),
        ("She will succeed the harbour master on @.", 1),
        ("Court to rule on the ferry on @", 1),
        ("He laid a wreath at the monument to sailors on @.", -1),
        ("After May the harbour was quiet until @.", -1),
        ("A monument to sailors on @.", 0),
        ("A strike planned for @ went ahead.", -1),
        ("A strike planned for @ was averted.", -1),
        ("Talks due on @ did not take place.", -1),
        ("A strike planned for @ has been called off.", 1),
        ("A strike planned for @ was expected to be short.", 1),
        ("The union called off a strike planned for @.", 1),
        ("A record set on @ still stands.", -1),
        ("Schools may stay shut until @.", 1),
        ("The pier will be formally opened on @.", 1),
        ("A house next to the port on @.", 0),
        ("She is nominated for six prizes on @.", 0),
        ("The owners sought a way around @'s ruling.", -1),
        ("The owners would look for a way around @'s ruling.", -1),
        ("He has been given a @ deadline.", 1),
        ("She said @'s meeting will decide.", 1),
        ("@'s meeting decided little.", -1),
        ("@'s cancellation of a visit scheduled for next month came as no surprise.", -1),
        ("She has been summoned to a hearing in Corran on @.", 1),
        ("The port demands a reply by @.", 1),
        ("The owners promised on Sunday to leave by @.", 1),
        ("The court ordered the owners Sunday to leave by @.", 1),
        ("Carsby play Oker at the Meadow on @.", 1),
        ("A meeting @.", 0),
        ("Her decision to sing at the hall on @ has split the town.", 1),
        ("Voters plan to march – most of them for Oker – on @.", 1),
        ("She has written to the mayor in advance of a concert on @.", 1),
        ("They stopped the ferry ahead of @'s vote.", 1),
        ("She slowed, and qualified for @'s race.", 1),
        ("He emerged as favourite to top @'s vote.", 1),
        ("She plans to visit the port again, on Friday, and on @ she called in the press.", -1),
        # What is so on a day, and what somebody is asked to do by it, is to come.
        ("The library is closed on @.", 1),
        ("Send the keeper your sketches by @.", 1),
        ("Please reply before @.", 1),
        ("Do not feed the swans before @.", 1),
        ("Fire on @ killed two.", -1),
        ("A house on May Street was burgled on @.", -1),
        # The simple present looks ahead ...
        ("Schools reopen on @ after a long strike.", 1),
        ("The court hears the appeal on @.", 1),
        ("We walk out on @, she told the paper.", 1),
        ("On @ the committee publishes its findings.", 1),
        # ... also where a noun may be the verb, since a sentence has one ...
        ("The council votes on @.", 1),
        ("Nurses strike on @.", 1),
        ("The permit expires on @.", 1),
        ("The train strike on @ hit commuters.", -1),
        ("The talks in the harbour town on @ failed.", -1),
        ("The firm ships its last car on @.", 1),
        ("Her funeral is @.", 1),
        ("The road stays shut until @.", 1),
        # ... but not a noun in another's clause, a state, or what reports.
        ("Two people died in the attacks on @.", -1),
        ("The group says it burned the cars on @.", -1),
        ("The lawyer, who runs a firm in the port, was seen on @.", -1),
        # What is being brought about is to come, and what somebody has before him.
        ("The mayor is trying to win the vote on @ and thus save her seat.", 1),
        ("The mayor was trying to win the vote on @ and failed.", -1),
        ("The crew has another chance on @.", 1),
        ("The crew did not have a good day in the race on @.", -1),
        ("Both parties, worn by debates, head toward elections in @.", 1),
        ("The film is destined to hit the screens in @.", 1),
        # What something is done before is to come, too, whatever the main verb tells.
        ("They made their case before the towns vote on @.", 1),
        ("The mayor considered resigning before her town hosts the games on @.", 1),
        ("They made their case before Zell and Norden vote on @.", 1),
        ("The town was poor even before a major port push on @.", -1),
        ("The town had been poor before the dockers struck on @.", -1),
        # What stands before "is" is of its subject, and where something is tells of the day.
        ("The only cure for what they wasted is at the polls in @.", 1),
        ("The court is back on @.", 1),
        ("They want a truce and, it seems, there are polls in @.", 1),
        ("The total is up from @'s figure.", -1),
        ("Those are takeaways from a story on @.", 0),
        # What is over is told of as such.
        ("They tested the engine of the ferry back in @.", -1),
        ("The crew will be back in @.", 1),
        ("The judge asked about the events of @.", -1),
        ("A panel missed a deadline on @ to send its report.", -1),
        ("As expected, her victory in @'s race has not pleased everybody.", -1),
        ("The final began, to be exact, on @.", -1),
        # What is last year's tells of another day.
        ("It will publish results of tests on last year's samples on @.", 1),
        # A modal with a perfect looks back, unless it is sure.
        ("The bridge could have collapsed on @, engineers said.", -1),
        ("She may have left the country on @.", -1),
        ("The repairs will have ended by @.", 1),
        ("The vote may have consequences in @.", 1),
        ("The bank came close to collapsing on @.", -1),
        # What is given, wanted or meant for a day.
        ("He has until @ to appeal.", 1),
        ("Drivers have to apply by @.", 1),
        ("Teachers announced a walkout for @.", 1),
        ("The judge ordered a retrial for @.", 1),
        ("The mayor wants the road cleared by @.", 1),
        ("The truce was extended to @.", 1),
        ("The figures for @ were published.", -1),
        ("He denied that a statement had been prepared for @.", -1),
        ("A strike is planned for @ called by the unions.", 1),
        ("It was adjourned by the old court in the far north of the big isle for all to see until @.", -1),
        ("It may be so far away the port opened on @.", -1),
        (f"The council will {'and so on ' * 13} a meeting @.", 0),
    ],
)
def test_the_nearest_verb_tells(text: str, sense: int) -> None:
    at = text.index("@")
    assert look(ENGLISH, text, Span(0, len(text)), at, at + 1) == sense


def test_cues_of_other_sentences_do_not_count() -> None:
    text = "It will close. A meeting @."
    at = text.index("@")
    assert look(ENGLISH, text, Span(15, len(text)), at, at + 1) == 0
