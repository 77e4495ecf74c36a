from dateline.web.access.sessions import Sessions


def test_a_cookie_brings_its_session_back() -> None:
    sessions = Sessions()
    session = sessions.begin("ada", "f1")
    assert sessions.of_cookie(sessions.cookie(session)) == session


def test_a_cookie_that_was_changed_or_made_elsewhere_is_none() -> None:
    sessions = Sessions()
    cookie = sessions.cookie(sessions.begin("ada"))
    assert sessions.of_cookie(cookie[:-2]) is None
    assert sessions.of_cookie(Sessions().cookie(sessions.begin("ada"))) is None
    assert sessions.of_cookie(None) is None


def test_a_session_that_was_ended_stays_ended() -> None:
    sessions = Sessions()
    session = sessions.begin("ada")
    cookie = sessions.cookie(session)
    sessions.end(session)
    assert sessions.of_cookie(cookie) is None


def test_each_session_begins_with_a_number_of_its_own() -> None:
    sessions = Sessions()
    assert sessions.begin("ada").number != sessions.begin("ada").number


def test_a_form_is_of_one_session() -> None:
    sessions = Sessions()
    one, other = sessions.begin(), sessions.begin()
    assert sessions.is_form_token(one, sessions.form_token(one))
    assert not sessions.is_form_token(other, sessions.form_token(one))
    assert not sessions.is_form_token(one, "")
    assert not sessions.is_form_token(one, "\ud800")
