"""The operator sees who is entrusted with what, ends what a coordinator has, and locks a lost telephone."""

from pathlib import Path

import pytest

from bot.storage.transaction import Transaction
from tests.process import environment
from tests.stories.commands import Env, carried_out
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_staff import LOCKED, id_of, part_of
from tests.town import Town


@pytest.fixture
def here(town: Town, tmp_path: Path) -> Env:
    """Of the town's bot."""
    return environment(None, tmp_path / "bot.sqlite3")


async def test_the_list_names_coordinators_and_officers(here: Env, town: Town) -> None:
    assert (await carried_out("people", "list", env=here))[1].strip() == "Nobody yet."
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    code, said = await carried_out("people", "list", env={**here, "COLUMNS": "160"})
    assert code == 0
    assert f"part:{await part_of(town, olha)}" in said
    assert "Запорізька" in said
    assert "капітан поліції Іван Петренко" in said


async def test_a_post_of_a_community_that_is_not_in_the_register_is_listed_by_its_code(here: Env, town: Town) -> None:
    gone = "UA23060090000000001"
    await town.officer("Іван Петренко", await town.area())

    async def renumber(tx: Transaction) -> None:
        await tx.execute(
            """insert into communities(code, oblast, enrolment, enrolled_at)
               select :gone, oblast, enrolment, enrolled_at from communities""",
            gone=gone,
        )
        await tx.execute("update areas set community = :gone", gone=gone)

    await town.app.store.transact(renumber)
    code, said = await carried_out("people", "list", env={**here, "COLUMNS": "160"})
    assert (code, f"{gone}: Уся громада" in said) == (0, True)


async def test_the_last_coordinator_is_ended_only_after_asking(here: Env, town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    name = f"part:{await part_of(town, olha)}"
    code, said = await carried_out("people", "end", name, env=here, answer="n\n")
    assert (code, "read by nobody" in said, "nothing was changed" in said) == (1, True, True)
    code, said = await carried_out("people", "end", name, env=here, answer="y\n")
    assert (code, f"{name} has ended" in said) == (0, True)
    code, said = await carried_out("people", "end", name, "--yes", env=here)
    assert (code, "nobody has it now" in said) == (1, True)


async def test_a_person_is_locked_and_unlocked(here: Env, town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    name = f"person:{await id_of(town, ivan)}"
    code, said = await carried_out("people", "lock", name, env=here)
    assert (code, f"{name} is locked" in said) == (0, True)
    town.app.ring()  # as the bot does each minute
    await ivan.sees(LOCKED)
    code, said = await carried_out("people", "lock", name, env=here)
    assert (code, "nothing to change" in said) == (1, True)
    assert (await carried_out("people", "unlock", name, env=here))[0] == 0


async def test_a_name_of_another_kind_is_explained(here: Env) -> None:
    code, said = await carried_out("people", "lock", "part:3", env=here)
    assert (code, "For example: person:7" in said) == (1, True)
