import io
import json

import pytest

from dateline.errors import InputError, MalformedArticle, UnreadableInput
from dateline.readers import native
from dateline.readers.drafts import Draft

ARTICLE = {"text": "Ministers met on Tuesday.", "published": "2019-04-23"}


def of_lines(data: str | bytes) -> list[Draft | InputError]:
    return list(native.read_lines(io.BytesIO(data.encode() if isinstance(data, str) else data), "a.jsonl"))


def of_document(text: str) -> list[Draft | InputError]:
    return list(native.read_document(text, "a.json"))


def problem(result: Draft | InputError) -> InputError:
    assert isinstance(result, InputError)
    return result


def texts(results: list[Draft | InputError]) -> list[str]:
    return [result.text for result in results if isinstance(result, Draft)]


def test_every_key_of_the_format_is_taken_and_others_are_ignored() -> None:
    article = ARTICLE | {
        "id": "m-1", "source": "The Meridian", "title": "Ministers meet", "url": "https://meridian.example/1",
        "byline": "Ann Lee", "language": "en-GB", "updated": "2019-04-24", "split": "train", "attributions": [{}],
    }  # fmt: skip
    (draft,) = of_lines(json.dumps(article))
    assert isinstance(draft, Draft)
    assert {key: getattr(draft, key) for key in article if key not in ("split", "attributions")} == {
        key: value for key, value in article.items() if key not in ("split", "attributions")
    }
    assert draft.read_from == "a.jsonl:1"


def test_empty_optional_keys_are_as_good_as_absent() -> None:
    (draft,) = of_lines(json.dumps(ARTICLE | {"id": "", "source": None, "title": " "}))
    assert isinstance(draft, Draft)
    assert (draft.id, draft.source, draft.title) == (None, None, None)


def test_a_whole_number_will_do_as_an_id() -> None:
    (draft,) = of_lines(json.dumps(ARTICLE | {"id": 17}))
    assert isinstance(draft, Draft)
    assert draft.id == "17"


@pytest.mark.parametrize("title", ["Ministers meet", "Ministers meet; at last"])
def test_a_text_that_opens_with_its_title_has_it_skipped(title: str) -> None:
    text = title.replace("; ", ";\n") + ".\n\nThey met on Tuesday."
    (draft,) = of_lines(json.dumps(ARTICLE | {"title": title, "text": text}))
    assert isinstance(draft, Draft)
    (skip,) = draft.skipped
    assert (skip.why, skip.start) == ("title", 0)
    assert text[skip.end :].lstrip() == "They met on Tuesday."


def test_a_broken_line_costs_that_line_only() -> None:
    lines = [json.dumps(ARTICLE | {"text": f"Day {number} of the talks."}) for number in range(1, 21)]
    lines[6] = lines[6][:25]
    results = of_lines("\n".join(lines))
    assert texts(results) == [f"Day {number} of the talks." for number in range(1, 21) if number != 7]
    assert str(problem(results[6])) == (
        "a.jsonl:7:10: broken JSON: unterminated string starting. Correct it at this place"
    )


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"published": "2019-04-23"}', 'it has no "text"'),
        ('{"id": "m-1", "story": "talks"}', 'it has neither "text" nor "published"'),
        ('{"text": "  ", "published": "2019-04-23"}', 'its "text" is empty'),
        ('{"text": null, "published": "2019-04-23"}', 'it has no "text"'),
        ('{"text": 5, "published": "2019-04-23"}', 'its "text" is a number, not text'),
        ('{"text": "x", "published": 20190423}', 'its "published" is a number, not text'),
        ('{"text": "x", "published": "2019-04-23", "id": true}', 'its "id" is true or false, not text'),
        ('{"text": "x", "published": "2019-04-23", "source": ["a"]}', 'its "source" is an array, not text'),
        ('["x"]', "it is an array, not an object"),
        ("17", "it is a number, not an object"),
        ("null", "it is null, not an object"),
        ('{"text": "a \\ud83d b"}', 'its "text" holds half a character (\\ud83d at character 3)'),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": "x", "n": ' + "9" * 10_000 + "}", "it holds a number of thousands of digits"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(line: str, complaint: str) -> None:
    first, second = of_lines(f"{line}\n{json.dumps(ARTICLE)}")
    assert isinstance(first, MalformedArticle)
    assert (first.where, first.problem) == ("a.jsonl:1", complaint)
    assert isinstance(second, Draft)


def test_bytes_that_are_not_utf8_cost_their_line() -> None:
    good = json.dumps(ARTICLE).encode()
    first, second, third = of_lines(good + b'\n{"text": "caf\xe9"}\n' + good)
    assert isinstance(first, Draft)
    assert str(problem(second)).startswith("a.jsonl:2: invalid UTF-8: byte 14 of the line is 0xE9")
    assert isinstance(third, Draft)


def test_control_characters_in_a_text_are_kept() -> None:
    (draft,) = of_lines('{"text": "a\\u0000b\\u001b[31m\\u202ec", "published": "2019-04-23"}')
    assert isinstance(draft, Draft)
    assert draft.text == "a\0b\x1b[31m\u202ec"


def test_marks_blank_lines_and_line_ends_do_not_matter() -> None:
    line = json.dumps(ARTICLE).encode()
    results = of_lines(b"\xef\xbb\xbf" + line + b"\r\n\r\n  \n" + line)
    assert [result.read_from for result in results if isinstance(result, Draft)] == ["a.jsonl:1", "a.jsonl:4"]


def test_a_line_longer_than_any_article_is_refused_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native, "ARTICLE_LIMIT", 80)
    first, second, third = of_lines("\n".join([json.dumps(ARTICLE | {"text": "x" * 500}), json.dumps(ARTICLE), "{"]))
    assert isinstance(first, UnreadableInput)
    assert first.where == "a.jsonl:1"
    assert isinstance(second, Draft)
    assert second.read_from == "a.jsonl:2"
    assert problem(third).where == "a.jsonl:3:2"


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("wrap", [lambda a: a, lambda a: [a], lambda a: {"topic": {"n": 1}, "articles": [a]}])
def test_a_document_is_one_article_or_a_list_of_them(wrap: object, indent: int | None) -> None:
    assert callable(wrap)
    assert texts(of_document(json.dumps(wrap(ARTICLE), indent=indent))) == [ARTICLE["text"]]


def test_an_article_may_have_a_key_named_articles() -> None:
    assert texts(of_document(json.dumps(ARTICLE | {"articles": [1, 2]}))) == [ARTICLE["text"]]


@pytest.mark.parametrize("text", ["[]", '{"articles": []}', " "])
def test_an_empty_document_gives_nothing(text: str) -> None:
    assert of_document(text) == []


def test_places_in_a_document_are_lines() -> None:
    results = of_document(json.dumps({"articles": [ARTICLE, {"text": 1}, ARTICLE]}, indent=1))
    assert [getattr(result, "read_from", None) or problem(result).where for result in results] == [
        "a.json:3", "a.json:7", "a.json:10",
    ]  # fmt: skip


def test_what_stands_before_a_break_in_a_document_is_read() -> None:
    first, second = of_document(f'[{json.dumps(ARTICLE)},\n {{"text": "two" "published"')
    assert isinstance(first, Draft)
    assert str(problem(second)) == "a.json:2:17: broken JSON: expecting ',' delimiter. Correct it at this place"


def test_json_lines_under_the_name_of_json_are_read_line_by_line() -> None:
    results = of_document(f"{json.dumps(ARTICLE)}\n{{broken\n{json.dumps(ARTICLE)}\n")
    assert len(texts(results)) == 2
    assert problem(results[1]).where == "a.json:2:2"


def test_a_document_nested_beyond_reason_is_refused() -> None:
    (result,) = of_document("[" + '{"a":' * 100_000)
    assert problem(result).problem == "nested too deeply"


def test_a_document_of_a_hundred_thousand_blanks_is_read_in_passing() -> None:
    assert of_document(" " * 100_000 + "\n" + " " * 100_000) == []
    assert texts(of_document(" " * 100_000 + json.dumps(ARTICLE))) == [ARTICLE["text"]]


def test_a_line_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def readline(self, size: int | None = -1, /) -> bytes:
            return b"\0" * (size or 0)

    monkeypatch.setattr(native, "ARTICLE_LIMIT", 100)
    monkeypatch.setattr(native, "_LINE_LIMIT", 1_000)
    (result,) = native.read_lines(Endless(), "a.jsonl")  # type: ignore[arg-type]
    assert problem(result).problem.startswith("longer than")


def test_a_document_cut_anywhere_is_read_up_to_there() -> None:
    whole = json.dumps({"articles": [ARTICLE, {**ARTICLE, "title": "Talks\u00e9"}]}, indent=1)
    for end in range(len(whole)):
        for result in of_document(whole[:end]):
            assert isinstance(result, Draft | MalformedArticle)
