"""Half characters, which a text may hold in memory and no encoding can write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import MalformedArticle
from dateline.text.characters import encodable, refuse_halves


@given(st.text(alphabet=st.sampled_from("ab é\ud83d\ude00😀"), max_size=20))
def test_a_text_can_be_encoded_and_offsets_stay(text: str) -> None:
    whole = encodable(text)
    assert whole.encode().decode() == whole
    assert [one for one, other in zip(text, whole, strict=True) if one != other] == [
        character for character in text if "\ud800" <= character <= "\udfff"
    ]


def test_a_half_is_refused_with_its_place() -> None:
    refuse_halves("Talks 😀 began.", "text", "a.jsonl:1")
    with pytest.raises(MalformedArticle, match=r'^a\.jsonl:1: its "text" holds half a character \(\\ud83d at '):
        refuse_halves("ab\ud83d", "text", "a.jsonl:1")
