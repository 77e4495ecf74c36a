"""What every noun shares: how its fields are documented and which of them are left out of the JSON when empty."""

from typing import Any

DOCUMENTED: dict[str, Any] = {"use_attribute_docstrings": True}
OMIT_NONE: dict[str, bool] = {"omit_none": True}
