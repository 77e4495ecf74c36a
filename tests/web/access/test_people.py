import json
from pathlib import Path

import pytest

from dateline import OptionError
from dateline.web.access.people import People, read, with_person, with_token, without_person
from dateline.web.access.roles import Role

PASSWORD = "correct horse battery"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with_person(tmp_path / "users.json", "ada", PASSWORD, Role.MARK)
    return tmp_path / "users.json"


def test_somebody_is_known_by_name_and_password(path: Path) -> None:
    people = People(path)
    known = people.with_password("ada", PASSWORD)
    assert known
    assert (known.name, known.role) == ("ada", Role.MARK)
    assert people.with_password("ada", "correct horse") is None
    assert people.with_password("bo", PASSWORD) is None


def test_the_file_holds_no_password_and_no_token_and_is_its_owners_alone(path: Path) -> None:
    token = with_token(path, "ada")
    held = path.read_text("utf-8")
    assert PASSWORD not in held
    assert token not in held
    assert "$argon2id$" in held
    assert path.stat().st_mode & 0o077 == 0


def test_a_token_is_somebodys(path: Path) -> None:
    token = with_token(path, "ada")
    people = People(path)
    found = people.with_token(token)
    assert found
    assert found.name == "ada"
    assert people.with_token(token[:-1]) is None
    assert people.with_token("") is None


def test_the_secret_of_calendars_and_feeds(path: Path) -> None:
    people = People(path)
    secret = people.all()["ada"].secret
    assert len(secret) >= 32
    assert people.with_secret(secret) == people.all()["ada"]
    assert people.with_secret(secret + "x") is None
    assert people.with_secret("") is None


def test_a_change_of_the_file_counts_at_once(path: Path) -> None:
    people = People(path)
    was = people.all()["ada"]
    with_person(path, "ada", "another long password", Role.READ)
    now = people.all()["ada"]
    assert now.role is Role.READ
    assert now.fingerprint != was.fingerprint
    assert now.secret == was.secret
    without_person(path, "ada")
    assert people.all() == {}


@pytest.mark.parametrize(
    ("name", "password", "role", "said"),
    [
        ("ada", "short", Role.READ, "too short"),
        ("", PASSWORD, Role.READ, "no name"),
        ("a\nb", PASSWORD, Role.READ, "no name"),
        ("ada", PASSWORD, Role.ANYONE, "read, mark or add"),
    ],
)
def test_who_cannot_be_let_in(path: Path, name: str, password: str, role: Role, said: str) -> None:
    with pytest.raises(OptionError, match=said):
        with_person(path, name, password, role)


@pytest.mark.parametrize("held", ["", "[]", "{}", '{"people": {"ada": {}}}', '{"people": {"ada": {"role": "king"}}}'])
def test_a_file_that_is_none_of_people(tmp_path: Path, held: str) -> None:
    (tmp_path / "users.json").write_text(held, "utf-8")
    with pytest.raises(OptionError, match="no file of people"):
        read(tmp_path / "users.json")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="dateline user add"):
        People(tmp_path / "none.json")


def test_nobody_of_that_name(path: Path) -> None:
    with pytest.raises(OptionError, match="nobody 'bo'"):
        with_token(path, "bo")
    with pytest.raises(OptionError, match="nobody 'bo'"):
        without_person(path, "bo")


def test_a_folder_that_cannot_be_written_to_leaves_no_half_file(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be written"):
        with_person(tmp_path / "none" / "users.json", "ada", PASSWORD, Role.READ)
    assert json.dumps([str(path) for path in tmp_path.iterdir()]) == "[]"
