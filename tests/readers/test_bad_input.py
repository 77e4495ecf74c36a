"""Bad input of each format: named with its place, while the rest goes on."""

import datetime as dt
import gzip
import io
import zipfile
from pathlib import Path

import pytest

from building import archive, docx, pdf, warc
from dateline.readers import ReadResult, read

GOOD = "Date: 2026-03-04\n\nTalks began."
PAGE = (
    '<html><head><meta property="article:published_time" content="2026-03-04T10:00:00Z"><title>Talks</title></head>'
    "<body><article><h1>Talks</h1><p>Delegates from Norrland and Sundmark met in Port Varen on Tuesday to discuss the "
    "fishing grounds off the Holm Islands.</p><p>A second round of talks is planned for 12 March, officials said, and "
    "both sides will bring maps of the waters.</p></article></body></html>"
)


def reading(folder: Path, **files: bytes | str) -> ReadResult:
    """What comes of a folder that holds a good text and the files given."""
    (folder / "good.txt").write_text(GOOD, "utf-8")
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(folder)


def only(result: ReadResult, name: str, articles: int = 1) -> str:
    """The one problem there is, which names the file; the rest was read."""
    assert len(result.articles) == articles
    (problem,) = result.problems
    assert name in problem.where
    assert problem.remedy
    return problem.problem


def test_a_truncated_word_document(tmp_path: Path) -> None:
    whole = docx({"paragraphs": ["Talks", "", GOOD]})
    assert (
        only(reading(tmp_path, a_docx=whole[: len(whole) // 2]), "a.docx")
        == "it is a Word document that breaks off or is damaged"
    )


def test_a_zip_bomb(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", "x" * 30_000_000)
        file.writestr("b.txt", "Date: 2026-03-05\n\nTalks ended.")
    assert "zip bomb" in only(reading(tmp_path, a_zip=out.getvalue()), "a.zip/a.txt", articles=2)


def test_a_gzip_bomb(tmp_path: Path) -> None:
    assert "zip bomb" in only(reading(tmp_path, a_gz=gzip.compress(b"x" * 30_000_000)), "a.gz")


def test_a_name_that_leads_out_of_its_archive(tmp_path: Path) -> None:
    given = archive({"../../etc/a.txt": GOOD, "b.txt": "Date: 2026-03-05\n\nTalks ended."})
    assert only(reading(tmp_path, a_zip=given), "a.zip", articles=2) == "its name leads out of the archive"


def test_archives_in_archives_have_an_end(tmp_path: Path) -> None:
    data = archive({"a.txt": GOOD})
    for _ in range(5):
        data = archive({"a.zip": data})
    assert "archives deep" in only(reading(tmp_path, a_zip=data), "a.zip/a.zip")


def test_a_pdf_that_breaks_off_and_one_of_pictures(tmp_path: Path) -> None:
    assert "damaged" in only(reading(tmp_path, a_pdf=b"%PDF-1.7\n1 0 obj <<"), "a.pdf")
    assert "scan" in only(reading(tmp_path, a_pdf=pdf({"pages": [[]]})), "a.pdf")


def test_a_pdf_under_a_password(tmp_path: Path) -> None:
    # 40-bit RC4 with keys of no password: what matters is that the library asks for one.
    data = pdf({"pages": [["Talks began in Port Varen on Tuesday."]]})
    encrypt = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> /P -44 >> /ID [<00> <00>]"
    )
    locked = data.replace(b"/Root 1 0 R", b"/Root 1 0 R " + encrypt)
    assert only(reading(tmp_path, a_pdf=locked), "a.pdf") == "it is a PDF under a password"


def test_a_table_without_a_column_of_text(tmp_path: Path) -> None:
    told = only(reading(tmp_path, a_csv="headline,day\nTalks,2026-03-04\n"), "a.csv")
    assert told == "it has no column of text, but “headline”, “day”"


def test_a_row_without_a_day_and_one_with_an_impossible_day(tmp_path: Path) -> None:
    rows = "text,date\nTalks began.,\nTalks ended.,2026-02-30\nTalks went on.,2026-03-05\n"
    result = reading(tmp_path, a_csv=rows)
    assert [problem.where.rpartition("/")[2] for problem in result.problems] == ["a.csv:2", "a.csv:3"]
    assert len(result.articles) == 2


def test_the_name_of_a_table_dates_none_of_its_rows(tmp_path: Path) -> None:
    (tmp_path / "2026-03-09.csv").write_text("text,title\nTalks began.,Talks\n", "utf-8")
    assert not read(tmp_path / "2026-03-09.csv").articles


def test_a_feed_that_is_an_error_page(tmp_path: Path) -> None:
    assert "no feed but an HTML page" in only(reading(tmp_path, a_rss="<html><h1>503</h1></html>"), "a.rss")


def test_a_feed_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    day = "Wed, 04 Mar 2026 10:00:00 GMT"
    item = f"<item><title>Talks</title><pubDate>{day}</pubDate><description>Talks.</description></item>"
    told = only(
        reading(tmp_path, a_xml=f"<rss version='2.0'><channel><title>M</title>{item}<item><ti"), "a.xml", articles=2
    )
    assert "breaks off or is broken" in told


def test_a_web_archive_cut_in_the_middle(tmp_path: Path) -> None:
    records = [{"url": f"https://meridian.example/{i}", "body": PAGE.replace("Talks", f"Talks {i}")} for i in range(3)]
    whole = warc({"records": records, "gzip": False})
    told = only(reading(tmp_path, a_warc=whole[:-600]), "a.warc", articles=3)
    assert "breaks off" in told
    packed = warc({"records": records})
    assert "breaks off" in only(reading(tmp_path, a_warc=packed[:-200]), "a.warc", articles=3)


@pytest.mark.slow
def test_a_mailbox_of_ten_thousand_with_one_broken_mail(tmp_path: Path) -> None:
    line = "From a@b.example Wed Mar  4 10:00:00 2026\n"
    mail = line + "From: Meridian <a@b.example>\nSubject: Talks {0}\nDate: {1}\n\nTalks {0} began.\n\n"
    day = "Wed, 04 Mar 2026 10:00:00 +0000"
    box = "".join(mail.format(i, "the other day" if i == 5_000 else day) for i in range(10_000))
    told = only(reading(tmp_path, a_mbox=box), "a.mbox:35001", articles=10_000)
    assert told == "“the other day” is not a day, month and year"


def test_a_page_without_an_article_and_one_that_lists_some(tmp_path: Path) -> None:
    links = "".join(f"<li><a href='/{i}'>A headline about the talks, number {i}</a></li>" for i in range(20))
    front = f"<html><link rel=canonical href='https://meridian.example/'><ul>{links}</ul></html>"
    assert only(reading(tmp_path, a_html=front), "a.html") == "it is a front page and no article"
    assert only(reading(tmp_path, a_html="<html><h1>Hello</h1></html>"), "a.html") == "there is no article on the page"
    error = "<html><title>404 Not Found</title><h1>Not Found</h1><p>The page you asked for is gone.</p></html>"
    assert "error page of a server" in only(reading(tmp_path, a_html=error), "a.html")


def test_a_mapping_that_leads_nowhere_names_each_article(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '{"items": [{"b": "Talks began.", "d": "2026-03-04"}, {"b": "Talks.", "d": ""}]}', "utf-8"
    )
    result = read(tmp_path / "a.json", mapping={"articles": "items", "text": "b", "published": "d"})
    assert [article.published for article in result.articles] == [dt.date(2026, 3, 4)]
    assert [problem.where.rpartition(":")[2] for problem in result.problems] == ["1#2"]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.epub", "a.odt", "a.zip", "a.parquet", "a.tar"])
@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-", b"PAR1", b"{\\rtf", b"\x1f\x8b\x08", b"BZh9", b"WARC/1.0"])
def test_the_wreck_of_any_file_costs_that_file(tmp_path: Path, name: str, start: bytes) -> None:
    result = reading(tmp_path, **{name.replace(".", "_"): start + bytes(range(256)) * 3})
    assert len(result.articles) == 1
    assert result.problems
