"""A new edition of the register: the operator sees what changed, and moves what can be moved."""

from functools import partial
from pathlib import Path

import pytest

from bot.domain.ids import AreaId, PersonId
from bot.register import CommunityCode, Register, SettlementCode
from bot.services import editions
from bot.storage import areas, residents
from tests.process import environment
from tests.stories.cases import asks
from tests.stories.commands import Env, carried_out
from tests.stories.editions import Edition
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import KOMYSHUVAKHA, Town, resources

REGISTER = resources().register
VILLAGE, OTHER = REGISTER.community(KOMYSHUVAKHA).settlements[1:3]
NEXT_DOOR = next(each.code for each in REGISTER.communities_of(ZAPORIZHZHIA) if each.code != KOMYSHUVAKHA)
NEW_CODE = "UA23060090999000001"
PEOPLE = "select person_id from residents order by person_id"
NOTHING = ("Moved: 0", "For a person to decide: 0")


@pytest.fixture
def here(town: Town, tmp_path: Path) -> Env:
    """Of the town's bot."""
    return environment(None, tmp_path / "bot.sqlite3")


@pytest.fixture
def edition() -> Edition:
    return Edition()


async def names(town: Town, area: AreaId, *settlements: str) -> None:
    """The area serves these by name."""
    for each in settlements:
        await town.app.store.transact(
            partial(areas.serve, area_id=area, community=KOMYSHUVAKHA, settlement=SettlementCode(each))
        )


async def homes(town: Town) -> list[tuple[object, object]]:
    rows = await town.stored("select community, settlement from residents order by person_id")
    return [(row["community"], row["settlement"]) for row in rows]


async def named(town: Town) -> list[object]:
    return [row["settlement"] for row in await town.stored("select settlement from area_settlements")]


async def acts(town: Town) -> list[tuple[object, object]]:
    rows = await town.stored("select act, subject_id from audit where by_kind = 'operator' order by id")
    return [(row["act"], row["subject_id"]) for row in rows]


async def test_the_same_edition_changes_nothing(here: Env, town: Town, edition: Edition, tmp_path: Path) -> None:
    await town.area()
    await town.resident("Марія", settlement=VILLAGE.code)
    file = str(edition.written(tmp_path))
    code, said = await carried_out("register", "compare", file, env=here)
    assert (code, "Nothing changed." in said) == (0, True)
    code, said = await carried_out("register", "move", file, env=here)
    assert (code, all(each in said for each in NOTHING)) == (0, True)
    assert await acts(town) == []


async def test_a_comparison_shows_what_is_new_gone_renamed_moved_and_replaced(
    here: Env, town: Town, edition: Edition, tmp_path: Path
) -> None:
    await town.area()
    await town.resident("Марія", settlement=OTHER.code)
    far = REGISTER.community(NEXT_DOOR).settlements
    edition.put(NEXT_DOOR, (NEW_CODE, "C", "Новесело"))
    edition.take(OTHER.code)
    edition.rename(VILLAGE.code, "Перейменоване")
    edition.move(far[1].code, KOMYSHUVAKHA)
    edition.recode(NEXT_DOOR, far[2].code, "UA23060090999000002")
    code, said = await carried_out(
        "register", "compare", str(edition.written(tmp_path)), env={**here, "COLUMNS": "250"}
    )
    lines = {line.split()[1]: " ".join(line.split()) for line in said.splitlines() if " UA" in f" {line}"}
    assert code == 0
    assert lines[NEW_CODE].startswith(f"new {NEW_CODE} Новесело")
    assert lines[OTHER.code].startswith(f"gone {OTHER.code} {OTHER.name}")
    assert lines[OTHER.code].endswith("residents 1")
    assert "Перейменоване" in lines[VILLAGE.code]
    assert lines[far[1].code].startswith("moved")
    assert lines[far[2].code].startswith("replaced")
    assert f"{OTHER.code} {OTHER.name}, Комишуваська, Запорізька: not in the register" in said
    assert await acts(town) == []


async def test_a_code_that_was_replaced_is_replaced_everywhere_once(
    here: Env, town: Town, edition: Edition, tmp_path: Path
) -> None:
    area = await town.area()
    await names(town, area, VILLAGE.code)
    maria = await town.resident("Марія", settlement=VILLAGE.code)
    await asks(maria, "Коли прийом?")
    edition.recode(KOMYSHUVAKHA, VILLAGE.code, NEW_CODE)
    file = str(edition.written(tmp_path))
    code, said = await carried_out("register", "move", file, "--dry-run", env=here)
    assert (code, "Can be moved: 1" in said) == (0, True)
    assert await homes(town) == [(KOMYSHUVAKHA, VILLAGE.code)]
    code, said = await carried_out("register", "move", file, env=here)
    assert (code, "Moved: 1" in said, f"its code is {NEW_CODE} now" in said) == (0, True, True)
    assert await homes(town) == [(KOMYSHUVAKHA, NEW_CODE)]
    assert await named(town) == [NEW_CODE]
    assert [row["settlement"] for row in await town.stored("select settlement from cases")] == [NEW_CODE]
    assert await acts(town) == [(f"replace by {NEW_CODE}", VILLAGE.code)]
    code, said = await carried_out("register", "move", file, env=here)
    assert all(each in said for each in NOTHING)
    assert len(await acts(town)) == 1


async def test_a_code_is_not_replaced_where_two_have_the_name(
    here: Env, town: Town, edition: Edition, tmp_path: Path
) -> None:
    await town.area()
    await town.resident("Марія", settlement=VILLAGE.code)
    edition.recode(KOMYSHUVAKHA, VILLAGE.code, NEW_CODE)
    edition.put(KOMYSHUVAKHA, ("UA23060090999000002", "C", VILLAGE.name))
    _, said = await carried_out("register", "move", str(edition.written(tmp_path)), env=here)
    assert ("Moved: 0" in said, "For a person to decide: 1" in said) == (True, True)
    assert await homes(town) == [(KOMYSHUVAKHA, VILLAGE.code)]


async def test_residents_follow_a_settlement_where_an_officers_area_waits_for_them(
    here: Env, town: Town, edition: Edition, tmp_path: Path
) -> None:
    area = await town.area()
    await town.area(NEXT_DOOR)
    await names(town, area, VILLAGE.code, OTHER.code)
    maria = await town.resident("Марія", settlement=VILLAGE.code)
    await town.resident("Олег", settlement=OTHER.code)
    await asks(maria, "Коли прийом?")
    edition.move(VILLAGE.code, NEXT_DOOR)
    code, said = await carried_out("register", "move", str(edition.written(tmp_path)), env=here)
    assert (code, "Moved: 1" in said) == (0, True)
    assert "open cases that stay with Комишуваська, Запорізький, Запорізька: 1" in said
    assert await homes(town) == [(NEXT_DOOR, VILLAGE.code), (KOMYSHUVAKHA, OTHER.code)]
    assert await named(town) == [OTHER.code]
    assert [row["community"] for row in await town.stored("select community from cases")] == [KOMYSHUVAKHA]
    assert await acts(town) == [(f"move to {NEXT_DOOR}", VILLAGE.code), (f"leave {VILLAGE.code}", str(area))]


@pytest.mark.parametrize("mark", ["front", "occupied"])
async def test_nobody_is_moved_where_danger_differs(
    here: Env, town: Town, edition: Edition, tmp_path: Path, mark: str
) -> None:
    await town.area()
    await town.area(NEXT_DOOR)
    await town.resident("Марія", settlement=VILLAGE.code)
    await town.app.store.transact(
        lambda tx: tx.execute(f"update communities set {mark} = :yes where code = :code", yes=True, code=NEXT_DOOR)
    )
    edition.move(VILLAGE.code, NEXT_DOOR)
    _, said = await carried_out("register", "move", str(edition.written(tmp_path)), env=here)
    assert ("Moved: 0" in said, "near the front or occupied, the other is not" in said) == (True, True)
    assert await homes(town) == [(KOMYSHUVAKHA, VILLAGE.code)]


async def test_nobody_loses_an_officer_by_an_edition(here: Env, town: Town, edition: Edition, tmp_path: Path) -> None:
    area = await town.area()
    await names(town, area, VILLAGE.code)
    await town.resident("Марія", settlement=VILLAGE.code)
    edition.move(VILLAGE.code, NEXT_DOOR)
    file = str(edition.written(tmp_path))
    _, said = await carried_out("register", "move", file, env=here)
    assert ("Moved: 0" in said, "takes no cases yet" in said) == (True, True)
    await town.area(NEXT_DOOR)  # its coordinator has made one since
    _, said = await carried_out("register", "move", file, env=here)
    assert "Moved: 1" in said
    assert await homes(town) == [(NEXT_DOOR, VILLAGE.code)]


async def test_a_wait_for_an_officer_goes_along_and_is_kept_once(
    here: Env, town: Town, edition: Edition, tmp_path: Path
) -> None:
    await town.resident("Марія", settlement=VILLAGE.code)
    await town.resident("Олег", settlement=OTHER.code)
    maria, oleh = [PersonId(int(str(row["person_id"]))) for row in await town.stored(PEOPLE)]
    for person, community in ((maria, KOMYSHUVAKHA), (maria, NEXT_DOOR), (oleh, KOMYSHUVAKHA)):
        await town.app.store.transact(partial(residents.wait, person_id=person, community=community))
    edition.move(VILLAGE.code, NEXT_DOOR)
    _, said = await carried_out("register", "move", str(edition.written(tmp_path)), env=here)
    assert "Moved: 1" in said
    waits = await town.stored(
        "select w.community, r.settlement from waiting_residents w join residents r on r.person_id = w.person_id"
    )
    assert {(row["community"], row["settlement"]) for row in waits} == {
        (NEXT_DOOR, VILLAGE.code),
        (KOMYSHUVAKHA, OTHER.code),
    }
    assert len(waits) == 2


async def test_a_register_that_lacks_what_the_database_has_is_reported(
    either_town: Town, edition: Edition, tmp_path: Path
) -> None:
    town = either_town
    await town.area()
    await town.resident("Марія", settlement=VILLAGE.code)
    await town.resident("Олег", settlement=OTHER.code)
    edition.take(VILLAGE.code)
    edition.move(OTHER.code, NEXT_DOOR)
    register = Register.load(edition.written(tmp_path))
    missing, moved = await town.app.store.transact(partial(editions.unknown, register=register))
    assert missing.endswith("residents 1")
    assert "still of Комишуваська" in moved
    edition.drop_community(KOMYSHUVAKHA)
    register = Register.load(edition.written(tmp_path))
    lines = await town.app.store.transact(partial(editions.unknown, register=register))
    assert any(line.startswith(f"{KOMYSHUVAKHA} ") and "communities 1, residents 2" in line for line in lines)


async def test_each_database_moves_alike(either_town: Town, edition: Edition, tmp_path: Path) -> None:
    town = either_town
    area = await town.area()
    await town.area(NEXT_DOOR)
    await names(town, area, VILLAGE.code, OTHER.code)
    await town.resident("Марія", settlement=VILLAGE.code)
    edition.move(VILLAGE.code, NEXT_DOOR)
    edition.recode(KOMYSHUVAKHA, OTHER.code, NEW_CODE)
    later = Register.load(edition.written(tmp_path))
    plan = await town.app.store.transact(partial(editions.move, used=REGISTER, edition=later))
    assert len(list(plan.lines(later))) == 2
    assert await named(town) == [NEW_CODE]
    assert await homes(town) == [(CommunityCode(NEXT_DOOR), VILLAGE.code)]
    again = await town.app.store.transact(partial(editions.move, used=REGISTER, edition=later))
    assert not list(again.lines(later))


async def test_check_says_that_the_register_has_every_place(here: Env, town: Town) -> None:
    await town.area()
    _, said = await carried_out("check", env=here)
    assert "the edition of 2026-07-07 has every place of the database" in said
    await town.resident("Марія", community="UA00", settlement="UA01")
    code, said = await carried_out("check", env=here)
    assert (code, "UA01 UA01: not in the register of 2026-07-07; residents 1" in said) == (1, True)


async def test_a_file_that_is_no_edition_is_explained(here: Env, town: Town, tmp_path: Path) -> None:
    file = tmp_path / "2026-07-07.xlsx"
    file.write_text("no workbook")
    code, said = await carried_out("register", "compare", str(file), env=here)
    assert (code, "not an edition of the register" in said) == (1, True)
    broken = tmp_path / "register.json.gz"
    broken.write_text("nothing packed")
    code, said = await carried_out("register", "move", str(broken), env=here)
    assert code == 1
