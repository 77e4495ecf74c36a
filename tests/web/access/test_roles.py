import pytest

from dateline.web.access.roles import Role


@pytest.mark.parametrize(
    ("role", "needed", "may"),
    [
        (Role.ANYONE, Role.READ, False),
        (Role.READ, Role.READ, True),
        (Role.READ, Role.MARK, False),
        (Role.MARK, Role.READ, True),
        (Role.MARK, Role.ADD, False),
        (Role.ADD, Role.MARK, True),
    ],
)
def test_a_role_has_what_is_before_it(role: Role, needed: Role, may: bool) -> None:
    assert role.may(needed) is may
