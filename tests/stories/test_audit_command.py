"""The operator lists who read and changed what, and verifies that the record of it is whole."""

from pathlib import Path

import pytest

from tests.process import environment
from tests.stories.cases import talk
from tests.stories.commands import Env, carried_out
from tests.stories.test_staff import id_of
from tests.town import Town

GUARDS = ("audit_is_never_changed", "audit_is_cut_at_a_checkpoint")


@pytest.fixture
def here(town: Town, tmp_path: Path) -> Env:
    """Of the town's bot."""
    return {**environment(None, tmp_path / "bot.sqlite3"), "COLUMNS": "200", "BOT_OPERATOR": "o.koval"}


async def test_an_empty_audit_says_so_and_is_whole(here: Env) -> None:
    assert await carried_out("audit", "list", env=here) == (0, "There are no such entries.\n")
    code, said = await carried_out("audit", "verify", env=here)
    assert (code, "0 entries in all" in said) == (0, True)


async def test_officers_stand_by_name_and_residents_nowhere(here: Env, town: Town) -> None:
    await talk(town, "Олена Коваль")
    code, said = await carried_out("audit", "list", "--case", "КШ-2026-000001", env=here)
    assert code == 0
    [first, second] = [line for line in said.splitlines() if "КШ-2026-000001" in line]
    assert "капітан поліції Іван Петренко" in first
    assert "receive words" in first
    assert "Комишуваська" in first
    assert "accept" in second
    assert "Коваль" not in said


async def test_entries_are_found_by_person_and_from_a_day_on(here: Env, town: Town) -> None:
    case = await talk(town)
    ivan = f"person:{await id_of(town, case.ivan)}"
    _, said = await carried_out("audit", "list", "--person", ivan, env=here)
    assert said.count("Іван Петренко") == 2
    _, said = await carried_out("audit", "list", "--person", "person:99", env=here)
    assert said == "There are no such entries.\n"
    _, said = await carried_out("audit", "list", "--since", "2026-11-25", "--case", "КШ-2026-000001", env=here)
    assert said == "There are no such entries.\n"
    _, said = await carried_out("audit", "list", "--since", "2026-11-24", "--limit", "1", env=here)
    assert "accept" in said
    assert "receive words" not in said
    assert "the newest 1; for more: --limit" in said


@pytest.mark.parametrize(
    ("arguments", "explained"),
    [
        (("list", "--case", "КШ-2026-999999"), "there is no such case. For example: КШ-2026-000123"),
        (("list", "--person", "Іван"), "For example: person:7"),
        (("verify", "--head", "3f2a"), "not a head. For example: 4711 · 3f2a 91bc 55aa 01ef"),
    ],
)
async def test_what_is_not_understood_is_explained(here: Env, arguments: tuple[str, ...], explained: str) -> None:
    code, said = await carried_out("audit", *arguments, env=here)
    assert (code, explained in said) == (1, True)


async def test_the_operator_is_named_in_what_they_do(here: Env, town: Town) -> None:
    case = await talk(town)
    name = f"person:{await id_of(town, case.ivan)}"
    assert (await carried_out("people", "lock", name, env=here))[0] == 0
    _, said = await carried_out("audit", "list", env=here)
    [line] = [line for line in said.splitlines() if "lock" in line]
    assert "operator o.koval" in line
    assert name in line


async def test_a_whole_chain_is_verified_with_a_head_that_was_sent(here: Env, town: Town) -> None:
    case = await talk(town)
    code, said = await carried_out("audit", "verify", env=here)
    head = said.strip().partition("its head: ")[2]
    assert (code, "2 entries in all" in said) == (0, True)
    await case.olena.says("Ще одне")
    await town.settled()
    code, said = await carried_out("audit", "verify", "--head", f"№ {head}", env=here)
    assert (code, f"{head} is in it" in said) == (0, True)


async def test_a_changed_entry_and_a_chain_cut_at_its_end_end_with_an_error(here: Env, town: Town) -> None:
    await talk(town)
    _, said = await carried_out("audit", "verify", env=here)
    head = said.strip().partition("its head: ")[2]
    for guard in GUARDS:
        await town.stored(f"drop trigger {guard}")
    await town.stored("delete from audit where id = 2")
    assert (await carried_out("audit", "verify", env=here))[0] == 0
    code, said = await carried_out("audit", "verify", "--head", head, env=here)
    assert (code, f"broken: {head} is not in it" in said) == (1, True)
    await town.stored("update audit set by_id = 7 where id = 1")
    code, said = await carried_out("audit", "verify", env=here)
    assert (code, "broken: entry 1 was changed" in said) == (1, True)
