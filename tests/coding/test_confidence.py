"""How an act is told → how likely its row is right."""

from collections.abc import Callable
from pathlib import Path

from dateline.coding.confidence import confidence
from dateline.coding.reading import Telling
from dateline.languages import named
from dateline.languages.language import at

Told = Callable[[str], list[Telling]]


def trust(telling: Telling) -> int:
    return confidence(named("en"), telling.features)


def test_what_a_main_clause_tells_with_its_day_is_trusted_most(told: Told) -> None:
    [plain] = told("The Peruvian president met the Chilean foreign minister in Lima on Tuesday.")
    [deep] = told("I do doubt it, as my paper knows: Peru promised to pay ($4m) for our fair.")
    assert trust(plain) > trust(deep)


def test_a_language_without_the_model_trusts_all_alike(tmp_path: Path) -> None:
    (tmp_path / "language.toml").write_text('name = "Bare"\n', encoding="utf-8")
    assert confidence(at("xx", tmp_path), ["bias"]) == confidence(at("xx", tmp_path), ["type ACCUSE"])
