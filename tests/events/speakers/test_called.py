import pytest

from dateline.entities.article_names import Names
from dateline.events.speakers.called import Called
from dateline.events.speakers.people import People
from dateline.languages import named

ENGLISH = named("en")


def called_in(names: Names, name: str) -> str:
    return Called(names, People(names, ())).of(name)


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        ("The Kremlin said so. Kremlin aides agreed.", "Kremlin", "the Kremlin"),
        ("The Kremlin said so.", "The Kremlin", "the Kremlin"),
        ("A Kremlin aide said so. The Kremlin aide left.", "Kremlin", "Kremlin"),
        ("Ada Okoro spoke. The Okoro plan failed, Okoro said.", "Okoro", "Ada Okoro"),
        ("The Aar News Agency (ANA) reported it. ANA was first.", "ANA", "the Aar News Agency"),
        ("The Bureau of Inland Waters (BIW) closed it, said BIW.", "BIW", "the Bureau of Inland Waters"),
        ("Lindow Harbour (closed) reopened. LH said so.", "LH", "LH"),
        ("Nobody is named.", "two officials", "two officials"),
    ],
)
def test_a_name_is_written_in_one_form(text: str, name: str, called: str) -> None:
    assert called_in(Names(ENGLISH, text), name) == called
