from sqlalchemy import text

from dateline import Request
from dateline.archive.archive import Archive
from dateline.archive.database.connecting import writing
from dateline.model import Article


def harm(archive: Archive, statement: str) -> None:
    with writing(archive._engine) as connection:
        connection.execute(text(statement))


def test_a_whole_archive_has_nothing_to_mend(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    found = archive.check()
    assert (found.articles, found.versions, found.stories) == (6, 6, 3)
    assert (found.mended, found.broken) == ((), ())


def test_readings_that_do_not_fit_are_made_anew(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    harm(archive, "UPDATE versions SET reading = NULL WHERE article = 'f1'")
    assert archive.check().mended == ("1 readings did not fit and are made anew",)
    assert archive.check().mended == ()


def test_a_text_that_was_changed_is_told_of(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    harm(archive, "UPDATE versions SET text = 'x' || text WHERE article = 'f1'")
    assert any("f1: version" in told for told in archive.check().broken)


def test_articles_of_a_story_that_points_on_are_put_where_it_points(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    archive.join(1, 2)
    harm(archive, "UPDATE articles SET story = 2 WHERE id = 's1'")
    assert any("s1 was in story 2" in told for told in archive.check().mended)
    assert "s1" in archive.story(1).noun.articles


def test_the_index_of_words_is_made_anew(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    from dateline.archive.searching import words

    with writing(archive._engine) as connection:
        words.clear(connection)
    assert archive.search("ferry").total == 0
    assert any("index of words" in told for told in archive.check().mended)
    assert archive.search("ferry").total == 3


def test_marks_are_proved_by_their_passages_and_found_again(archive: Archive, pile: list[Article]) -> None:
    archive.add(pile)
    line = archive.story(1).timeline(Request(parse=False)).entries[0]
    archive.story(1).mark("note", line, "here")
    harm(archive, "DELETE FROM marked")
    assert archive.check().mended == ("1 marks were not found by their articles and are again",)
    assert (archive.check().mended, archive.check().broken) == ((), ())
    harm(archive, "UPDATE acts SET what = replace(what, 'Aurelia', 'Aurora')")
    assert any("mark 1: no version of f1 has the passage" in told for told in archive.check().broken)
