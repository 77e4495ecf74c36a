import datetime as dt
import marshal

from dateline.stories.features import Features
from sample_stories import FERRY, known_by


def test_an_article_is_known_by_its_words_names_and_days_told() -> None:
    features = known_by(*FERRY[1])
    assert {"ferry", "sinking", "wreck"} & set(features.words)
    assert {"@Port Selm", "@Cape Torrin", "@Jonas Verrin"} <= set(features.names)
    assert dt.date(2023, 10, 14).toordinal() in features.days
    assert features.day == dt.date(2023, 10, 15).toordinal()


def test_what_is_told_again_and_again_or_stands_in_the_title_counts_more() -> None:
    features = known_by(*FERRY[1])
    assert features.words["aurelia"] > features.words["diver"]


def test_a_headline_alone_is_known_as_one() -> None:
    assert known_by("h", "2023-10-14", "", "Ferry sinks off Port Selm").is_short
    assert known_by("h", "2023-10-14", "", "Ferry sinks off Port Selm").title == ("ferry", "sink", "port", "selm")


def test_it_can_be_kept() -> None:
    features = known_by(*FERRY[0])
    assert Features.of_plain(marshal.loads(marshal.dumps(features.to_plain(), 2))) == features
