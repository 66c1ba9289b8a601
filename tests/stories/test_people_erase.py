"""The operator erases what is kept of a person who asks for it, with a receipt."""

from pathlib import Path

import pytest

from bot.commands import common
from tests.process import environment
from tests.stories.cases import asks, talk
from tests.stories.commands import Env, carried_out
from tests.stories.test_my_data import CANARY, NAME, cuts
from tests.stories.test_retention import count
from tests.town import Town


@pytest.fixture
def here(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """Of the town's bot, at the town's time."""
    monkeypatch.setattr(common, "SystemClock", lambda: town.clock)
    return environment(None, tmp_path / "bot.sqlite3")


async def test_a_dry_run_counts_what_is_there_and_erases_nothing(here: Env, town: Town) -> None:
    olena = (await talk(town, NAME)).olena
    await olena.says("Друга думка")
    await town.settled()
    for who in ("КШ-2026-000001", str(olena.id)):
        code, said = await carried_out("people", "erase", who, "--dry-run", env=here)
        assert (code, "cases: 1" in said, "messages: 2" in said) == (0, True, True)
    assert await count(town, "case_messages") == 2


async def test_the_operator_erases_a_person_by_a_case_and_gets_a_receipt(here: Env, town: Town) -> None:
    olena, ivan = (pair := await talk(town, NAME)).olena, pair.ivan
    await asks(olena, CANARY, NAME)
    await town.stored("update cases set crime_signs = true where number = 'КШ-2026-000002'")
    code, said = await carried_out("people", "erase", "КШ-2026-000001", env=here, answer="y\n")
    assert (code, "Receipt 1, " in said) == (0, True)
    assert "КШ-2026-000002 keeps its text: signs of a crime" in said
    assert (NAME in said, str(olena.id) in said) == (False, False)
    town.app.ring()  # as the bot does each minute
    await ivan.sees("Звернення видалено на прохання мешканця", anywhere=True)
    await town.passes(minutes=2)
    assert await count(town, "persons") == 1
    [noted] = await town.stored("select by_kind, subject_id from audit where act = 'erase'")
    assert noted["by_kind"] == "operator"
    assert str(noted["subject_id"]).startswith("1: cases=2 messages=2 files=0 held=1")
    code, said = await carried_out("people", "erasures", env=here)
    assert (code, "cases: 0" in said) == (0, True)


async def test_the_account_is_typed_in_where_it_is_not_given(here: Env, town: Town) -> None:
    olena = (await talk(town)).olena
    code, said = await carried_out("people", "erase", "--yes", env=here, answer=f"{olena.id}\n")
    assert (code, "Receipt 1" in said, str(olena.id) in said) == (0, True, False)
    code, said = await carried_out("people", "erase", str(olena.id + 1), env=here)
    assert (code, "nothing is kept of that account" in said) == (1, True)


async def test_thinking_better_of_it_changes_nothing(here: Env, town: Town) -> None:
    await talk(town)
    code, said = await carried_out("people", "erase", "КШ-2026-000001", env=here, answer="n\n")
    assert (code, "nothing was changed" in said) == (1, True)
    assert await count(town, "case_messages") == 1


async def test_a_case_that_leads_to_nobody_is_erased_alone(here: Env, town: Town) -> None:
    olena = (await talk(town)).olena
    await asks(olena, "Друге запитання")
    await cuts(olena)
    code, said = await carried_out("people", "erase", "КШ-2026-000001", "--yes", env=here)
    assert (code, "leads to nobody" in said) == (0, True)
    town.app.ring()
    await town.passes(minutes=2)
    assert await count(town, "case_messages") == 1
    assert await count(town, "case_links") == 1


@pytest.mark.parametrize(("who", "answer"), [("КШ-2026-000009", "no such case"), ("Олег", "neither a case's number")])
async def test_what_names_nobody_is_explained(here: Env, town: Town, who: str, answer: str) -> None:
    code, said = await carried_out("people", "erase", who, env=here)
    assert (code, answer in said) == (1, True)
