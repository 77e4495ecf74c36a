from dateline.archive.archive import Archive
from dateline.web.bulk import report_of


def test_versions_of_one_article_and_the_same_one_twice_are_each_accounted_for(archive: Archive) -> None:
    first = {"id": "x1", "published": "2024-01-05", "text": "The bridge of Tolm was closed on Friday."}
    newer = {**first, "updated": "2024-01-06T08:00:00Z", "text": "The bridge of Tolm was closed on Friday at noon."}
    report = report_of(archive, [first, newer, first], None, "ada")
    assert [one.number for one in report.articles] == [1, 2, 3]
    assert (report.new, report.versions, report.left_out) == (1, 1, 1)
    [left_out] = [one for one in report.articles if one.became == "left out"]
    assert left_out.problem == "the same article as number 1"
    assert len(archive.article("x1")) == 2


def test_no_message_and_no_article_tells_of_our_folders(archive: Archive) -> None:
    given = [{"published": "2024-01-05", "text": "The bridge of Tolm was closed on Friday."}, {}, 7, {"text": ""}]
    report = report_of(archive, given, None, "ada")
    told = " ".join(f"{one.problem} {one.hint}" for one in report.articles)
    assert "/" not in told.replace("and/or", "")
    assert [version.read_from for version in archive.article(str(report.articles[0].article))] == ["given:1"]
