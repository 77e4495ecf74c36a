from browsing import Browser


def test_one_begins_at_the_stories(browser: Browser) -> None:
    answer = browser.get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/stories")


def test_each_story_leads_to_its_page(browser: Browser) -> None:
    assert 'href="/stories/1"' in browser.get("/stories").text
