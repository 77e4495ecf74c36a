from dateline.coding.ontology import SECTORS
from dateline.coding.sectors import ARMED, PRIVATE


def test_they_are_sectors_of_the_ontology_and_nobody_is_both() -> None:
    assert ARMED | PRIVATE <= SECTORS
    assert not ARMED & PRIVATE
