from dateline.fetching.robots import Robots

FILE = "User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n\nUser-agent: Dateline\nDisallow: /closed/\n"


def test_what_a_site_says_of_us_goes_before_what_it_says_of_all() -> None:
    robots = Robots(FILE, 200)
    assert robots.allows("https://a.example/private/1")
    assert not robots.allows("https://a.example/closed/1")


def test_nothing_there_allows_all_and_a_fault_of_the_server_nothing() -> None:
    assert Robots(None, 404).allows("https://a.example/1")
    assert not Robots(None, 503).allows("https://a.example/1")
    assert not Robots(None, 429).allows("https://a.example/1")


def test_a_site_may_ask_for_time() -> None:
    assert Robots("User-agent: *\nCrawl-delay: 7\n", 200).delay() == 7
    assert Robots("", 200).delay() == 0
