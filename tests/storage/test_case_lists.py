"""The lists of a desk are read by their indexes, however many cases there are."""

import pytest

from bot.domain.desk import Tab
from bot.storage.case_lists import COUNTS, PAGES
from bot.storage.sqlite import SqliteDatabase

STATEMENTS = [*(pytest.param(sql, id=f"{tab.name}-{'down' if down else 'up'}") for (tab, down), sql in PAGES.items())]


@pytest.mark.parametrize("sql", [*STATEMENTS, pytest.param(COUNTS, id="counts")])
async def test_no_list_reads_through_all_cases(sqlite: SqliteDatabase, sql: str) -> None:
    values = {"officer": 1, "coordinator": 1, "edge": 0, "limit": 7, "now": 0}
    plan = await sqlite.transact(lambda session: session.rows(f"explain query plan {sql}", values))
    steps = [str(dict(row)["detail"]) for row in plan]  # type: ignore[call-overload]  # both drivers' rows do
    assert not [step for step in steps if step.startswith("SCAN c") and not step.startswith("SCAN counted")]
    assert {
        index for index in ("cases_officer", "cases_unowned", "cases_coordinator") for step in steps if index in step
    }


async def test_every_list_has_both_directions() -> None:
    assert set(PAGES) == {(tab, down) for tab in Tab for down in (False, True)}
