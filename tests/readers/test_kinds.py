import io

import pytest

from dateline.readers.kinds import is_marked, kind_of
from dateline.readers.sources import Source


def kind(content: str | bytes, name: str = "a") -> str:
    data = content.encode() if isinstance(content, str) else content
    return kind_of(Source(name, io.BufferedReader(io.BytesIO(data)), [])).name


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        ("<!DOCTYPE html><html><body><p>Talks.", "saved", "an HTML page"),
        ("\ufeff\n <!-- saved from url=(0014)about:internet --><html>", "a.txt", "an HTML page"),
        ("<p>Talks began.</p>", "a.txt", "an HTML page"),
        ('<html><div class="isArticle"><p class="articleParagraph">Talks.', "a.html", "an HTML page"),
        ('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a.txt", "an RSS feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "a", "an Atom feed"),
        ("<?xml version='1.0'?><TEI xmlns='x'></TEI>", "a.xml", "a TEI document"),
        ("<?xml version='1.0'?><nitf></nitf>", "a.xml", "an NITF document"),
        ("<?xml version='1.0'?><recipe></recipe>", "a.xml", "an XML document of a kind that is not known (<recipe>)"),
        ("<html><h1>503</h1></html>", "a.rss", "no feed but an HTML page, such as a server sends for an error"),
        ("Received: from a\nFrom: b@c.example\n\nTalks.", "a.txt", "an e-mail"),
        ("From: b@c.example\nSubject: Talks\nDate: Tue, 23 Apr 2019 10:00:00 GMT\n\nTalks.", "a", "an e-mail"),
        ("Title: Talks\nDate: 2019-04-23\n\nTalks.", "a.txt", "plain text"),
        ("From b@c.example Tue Apr 23 10:00:00 2019\nSubject: a\n\nTalks.", "a", "a mailbox"),
        ("From Oslo, where talks began in 2019\nthe ministers went home.", "a", "plain text"),
        ("title,date,text\nTalks,2019-04-23,Talks began.", "a.txt", "a CSV table"),
        ("title\tpublished\ttext\nTalks\t2019-04-23\tTalks began.", "a", "a CSV table"),
        ("Talks, strikes, storms, and floods filled the week.\nNothing else happened.", "a.txt", "plain text"),
        ("BEGIN:VCALENDAR\nVERSION:2.0", "a.txt", "a calendar"),
        ("WEBVTT\n\n00:01", "a.txt", "subtitles"),
        ("https://a.example/1\nhttps://a.example/2\n", "a.txt", "a list of addresses"),
        ("[Editor's note: talks began.]", "a.txt", "plain text"),
        ('{"text": "Talks."}', "a.txt", "JSON"),
        (b"{\\rtf1 Talks.}", "a.doc", "an RTF document"),
        (b"%PDF-1.7", "a.txt", "a PDF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "an old Word, Excel or Outlook file"),
        (b"PAR1....", "a", "a Parquet table"),
        (b"WARC/1.1\r\n", "a", "a web archive (WARC)"),
        (b"\xff\xd8\xff\xe0", "a.txt", "a JPEG picture"),
        ("Talks < and more > began.", "a.txt", "plain text"),
        ("<Reuters> Talks began in Oslo.", "a.txt", "plain text"),
    ],
)  # fmt: skip
def test_a_format_is_known_by_its_content(content: str | bytes, name: str, found: str) -> None:
    assert kind(content, name) == found


def test_a_page_says_itself_in_which_encoding_it_is() -> None:
    assert kind("<html><meta charset=windows-1251><p>Переговоры".encode("cp1251")) == "an HTML page"


@pytest.mark.parametrize(("content", "marked"), [(b"<html><p>a", True), (b"Talks began.", False), (b"a,b\n1,2", False)])
def test_only_what_shows_its_format_is_taken_under_any_name(content: bytes, marked: bool) -> None:
    assert is_marked(content, "README") is marked
