from pathlib import Path

from dateline.fetching.fetch import Fetched
from dateline.fetching.folder import Folder, content, file_name
from dateline.readers import read

PAGE = (
    "<html><head><title>Talks</title><meta property='article:published_time' content='2026-03-04'></head><body>"
    "<article>"
    "<p>Delegates from Norrland and Sundmark met in Port Varen on Tuesday to discuss the fishing grounds off the Holm "
    "Islands, and agreed on very little.</p></article></body></html>"
)


def page(address: str = "https://meridian.example/world/talks.html", body: str = PAGE, **more: str) -> Fetched:
    return Fetched(address, address, 200, body.encode(), more.pop("type", "text/html"), **more)


def test_a_page_that_was_kept_is_read_with_its_address(tmp_path: Path) -> None:
    Folder(tmp_path / "pages").keep(page())
    (article,) = read(tmp_path / "pages").articles
    assert article.url == "https://meridian.example/world/talks.html"
    assert article.source == "meridian.example"


def test_what_the_server_said_is_asked_by_later_on(tmp_path: Path) -> None:
    Folder(tmp_path).keep(page(etag='"7"', modified="Wed, 04 Mar 2026 10:00:00 GMT"))
    known = Folder(tmp_path).known("https://meridian.example/world/talks.html")
    assert known is not None
    assert known["etag"] == '"7"'
    (tmp_path / known["file"]).unlink()
    assert Folder(tmp_path).known("https://meridian.example/world/talks.html") is None


def test_two_addresses_never_share_a_file() -> None:
    names = {file_name(page(f"https://meridian.example/talks?page={number}")) for number in range(3)}
    assert len(names) == 3
    assert all(name.startswith("meridian.example-talks-") and name.endswith(".html") for name in names)


def test_a_page_in_another_encoding_is_kept_as_utf8() -> None:
    kept = content(
        Fetched("https://a.example/", "https://a.example/", 200, "<p>Été".encode("cp1252"), "text/html", "cp1252")
    )
    assert "Été" in kept.decode("utf-8")


def test_an_address_cannot_end_the_comment_it_stands_in() -> None:
    kept = content(page("https://a.example/--><script>"))
    assert kept.count(b"-->") == 1
