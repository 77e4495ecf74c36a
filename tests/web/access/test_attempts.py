from dateline.web.access.attempts import MOST, WINDOW, Attempts


def test_a_password_is_not_guessed_quickly() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for _ in range(MOST):
        assert attempts.may("ada", "203.0.113.7")
        attempts.failed("ada", "203.0.113.7")
    assert not attempts.may("ada", "203.0.113.7")
    assert attempts.may("ada", "198.51.100.2")
    assert attempts.may("bo", "203.0.113.7")
    now[0] = WINDOW + 1
    assert attempts.may("ada", "203.0.113.7")
