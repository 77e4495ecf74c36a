"""Articles made by hand: their day is a day."""

import datetime as dt
from typing import Any

import pytest

from dateline.errors import MalformedArticle
from dateline.model import Article


@pytest.mark.parametrize("published", ["2019-04-23", 2019, dt.datetime(2019, 4, 23, tzinfo=dt.UTC), False])
def test_a_day_of_publication_of_another_type_is_refused_by_name(published: Any) -> None:
    with pytest.raises(MalformedArticle, match=r'^a1: its "published" is .*, which is not a date\.'):
        Article("a1", "Talks began.", published)


@pytest.mark.parametrize("updated", ["2019-04-23T10:00:00Z", dt.date(2019, 4, 23)])
def test_so_is_a_time_of_update(updated: Any) -> None:
    with pytest.raises(MalformedArticle, match=r'^a1: its "updated" is .*, which is not a datetime'):
        Article("a1", "Talks began.", dt.date(2019, 4, 23), updated=updated)
