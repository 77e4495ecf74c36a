from dateline.web.assistants.addresses import Addresses


def test_where_there_are_pages_a_page_is_named_and_a_resource_where_there_are_none() -> None:
    pages, none = Addresses("https://desk.example"), Addresses()
    assert none.passage("a b/ç?.txt", 4, 9) == "dateline://articles/a%20b%2F%C3%A7%3F.txt?chars=4,9"
    assert (
        pages.passage("a b/ç?.txt", 4, 9) == "https://desk.example/article?id=a+b%2F%C3%A7%3F.txt&start=4&end=9#passage"
    )
    assert pages.line(7, "f9ba20") == "https://desk.example/stories/7/lines/f9ba20"
    assert none.story(7) == "dateline://stories/7"
