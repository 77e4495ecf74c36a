"""Which names stand for somewhere, and where that is."""

import pytest

from dateline import Name
from dateline.entities.toponyms import Location, Toponyms
from dateline.languages import named

ENGLISH = named("en")


def told_as_place(text: str, name: str) -> bool:
    start = text.index(name)
    return Toponyms(ENGLISH, text).is_place(Name(start, start + len(name), name))


def locate(name: str, text: str) -> Location | None:
    return Toponyms(ENGLISH, text).locate(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Varga met the prince in Moscow.", "Moscow"),
        ("The train arrived from Pyongyang at noon.", "Pyongyang"),
        ("She flew to Washington on Friday.", "Washington"),
        ("They met in the port city of Vladivostok.", "Vladivostok"),
        ("Trains left North Korea's capital, Pyongyang, at noon.", "Pyongyang"),
        ("Police closed the station of Khasan, Russia, at noon.", "Khasan"),
        ("A concert in South Korea marked the day.", "South Korea"),
    ],
)
def test_somewhere(text: str, name: str) -> None:
    assert told_as_place(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow was more talkative.", "Moscow"),
        ("Moscow and Pyongyang have close ties.", "Pyongyang"),
        ("The sanctions relief sought by Pyongyang is far off.", "Pyongyang"),
        ("He had nothing to hide from Washington.", "Washington"),
        ("It was for Beijing to say.", "Beijing"),
        ("In Russian folk costumes they danced.", "Russian"),
        ("His minister, Ri Yong Ho, North Korea's envoy, smiled.", "Ri Yong Ho"),
        ("The flight was late. They wrote to Beijing.", "Beijing"),
        ("They wrote to Beijing.", "Beijing"),
    ],
)
def test_a_government_a_people_or_a_person(text: str, name: str) -> None:
    assert not told_as_place(text, name)


@pytest.mark.parametrize(
    ("name", "text", "country"),
    [
        ("Moscow", "Varga met the prince in Moscow.", "RU"),
        ("Moscow", "Three students were hurt in Moscow, Idaho, on Friday. The governor wept.", "US"),
        ("Ulan-Ude", "The Russian president received him in Ulan-Ude.", "RU"),
        ("Kyiv", "Ukrainian troops left Kyiv.", "UA"),
        ("South Korea", "A concert in South Korea.", "KR"),
    ],
)
def test_the_country_of_a_place(name: str, text: str, country: str) -> None:
    found = locate(name, text)
    assert found is not None
    assert found.country == country
    assert found.reason


def test_a_city_has_coordinates_and_a_country_none() -> None:
    city, country = locate("Hanoi", "They met in Hanoi."), locate("Vietnam", "They met in Vietnam.")
    assert city is not None
    assert country is not None
    assert (round(city.latitude or 0), round(city.longitude or 0)) == (21, 106)
    assert (country.latitude, country.longitude) == (None, None)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Springfield", "The mayor of Springfield resigned."),
        ("Khasan", "The train stopped at Khasan, Russia, for an hour."),  # GeoNames spells a city in India so
        ("Port Elma", "The bridge at Port Elma is open."),
        ("Ostrey", "The dam at Ostrey burst."),
    ],
)
def test_rather_nowhere_than_at_a_namesake(name: str, text: str) -> None:
    assert locate(name, text) is None


@pytest.mark.parametrize(
    ("name", "text", "country", "reason"),
    [
        ("Moscow", "Russia spoke. They met in Moscow.", "RU", "its country is named in the article"),
        ("Moscow", "They met in Moscow.", "RU", "the one large city of that name"),
        ("Moscow", "They met in Moscow, Idaho.", "US", "what lies around it is named behind it"),
        ("Moscow", "A man from Idaho met Russians in Moscow.", "RU", "its country is named in the article"),
        ("Paris", "The U.S. team lost in Paris.", "FR", "the one large city of that name"),
        ("Paris", "The mayor of Paris, Texas, won.", "US", "what lies around it is named behind it"),
        (
            "Springfield",
            "They met in Springfield, Missouri, on Friday.",
            "US",
            "what lies around it is named behind it",
        ),
        ("Springfield", "Missouri voted. In Springfield it rained.", "US", "its state is named in the article"),
        ("Mobile", "They met in Mobile, Ala., on Friday.", "US", "what lies around it is named behind it"),
        ("New York", "In New York it rained.", "US", "the one large city of that name"),
        ("Ohio", "In Ohio it rained.", "US", "a state of the United States"),
        ("Georgia", "In Georgia and Alabama it rained.", "US", "a state of the United States"),
        ("Georgia", "Georgia’s army left Tbilisi.", "GE", "a country"),
        ("Georgia", "In Georgia, Georgians and Russians met.", "GE", "a country"),
        ("Bern", "It rained in Bern.", "CH", "a capital"),
        ("London", "Canada was cold. It rained in London.", "GB", "the one large city of that name"),
        ("Columbus", "Ohio voted. It rained in Columbus.", "US", "its state is named in the article"),
    ],
)
def test_a_place_is_where_the_article_says(name: str, text: str, country: str, reason: str) -> None:
    at = locate(name, text)
    assert at is not None
    assert (at.country, at.reason) == (country, reason)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Springfield", "In Springfield it rained."),
        ("Springfield", "The United States is wide. In Springfield it rained."),
        ("Georgia", "It rained in Georgia."),
        ("Velmara", "It rained in Velmara."),
        ("San Jose", "It rained in San Jose."),  # the capital is San José; the largest lies in California
        ("Spokane", "It rained in Spokane. Washington did not care."),  # the capital, it may be
    ],
)
def test_what_nothing_settles_is_not_pinned(name: str, text: str) -> None:
    assert locate(name, text) is None


@pytest.mark.parametrize(
    ("name", "text", "country"),
    [
        ("Moscow", "They met in Moscow, Ohio.", "US"),
        ("Moscow", "MOSCOW, Idaho (AP) — A fire broke out in Moscow on Monday.", "US"),
        ("Troy", "TROY, N.C. (AP) -- A fire broke out in Troy on Monday.", "US"),
        ("Hamilton", "Police in Hamilton, Ont., held a man. He was seen in Hamilton on Monday.", "CA"),
        ("Newcastle", "Crews worked in Newcastle, New South Wales, on Monday.", "AU"),
        ("Hyderabad", "Crews worked in Hyderabad on Monday, the Telangana government said.", "IN"),
        ("Naples", "Crews worked in Naples, FL on Monday.", "US"),
        ("Lebanon", "Crews worked in Lebanon, Ohio, on Monday.", "US"),
        ("Dubai", "They visited Dubai, Qatar and Oman on Monday.", None),
        ("London", "The Ontario Provincial Police closed the road in London on Monday.", None),
        ("London", "British police closed the road in London on Monday.", "GB"),
        ("Victoria", "A depot opened in Victoria on Monday.", None),
        ("Athens", "Crews worked in Athens on Monday.", "GR"),
    ],
)
def test_the_region_around_a_place_pins_it_and_a_doubt_leaves_it_open(
    name: str, text: str, country: str | None
) -> None:
    found = locate(name, text)
    assert (found.country if found else None) == country


def test_a_state_behind_a_place_is_only_where_that_lies() -> None:
    text = "She met patients in Long Beach, CA on Monday."
    at = text.index("CA")
    assert Toponyms(ENGLISH, text).is_region_behind(Name(at, at + 2, "CA"))
