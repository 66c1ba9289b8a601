"""How a resident finds their community by sending where they are."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from struct import pack

import pytest

from bot.register import Borders
from bot.storage.engine import Database
from simulator import Person
from tests.stories.test_community import home_of, newcomer
from tests.town import KOMYSHUVAKHA, Town, a_town

VILNIANSK = "UA23060030000037089"
IN_KOMYSHUVAKHA, IN_VILNIANSK = (47.712345, 35.523456), (47.7, 35.8)
ON_THE_BORDER, IN_KYIV = (47.7, 35.6002), (50.45, 30.52)
SENDS = "Надіслати моє місце"


def square(code: str, west: float, east: float) -> dict[str, object]:
    ring = [[west, 47.5], [east, 47.5], [east, 47.9], [west, 47.9], [west, 47.5]]
    return {"type": "Feature", "id": code, "geometry": {"type": "Polygon", "coordinates": [ring]}}


@pytest.fixture
async def town(sqlite: Database, tmp_path: Path) -> AsyncIterator[Town]:
    """Two communities side by side have borders."""
    path = tmp_path / "borders.geojson"
    features = [square(KOMYSHUVAKHA, 35.2, 35.6), square(VILNIANSK, 35.6, 36.0)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    borders = Borders(path)
    borders.read({KOMYSHUVAKHA, VILNIANSK})
    async with a_town(sqlite, tmp_path, borders=borders) as town:
        yield town


async def asked_for_place(town: Town) -> Person:
    olena = await newcomer(town)
    await olena.presses(SENDS)
    await olena.sees("Де Ви зараз?")
    return olena


async def test_the_key_that_sends_the_place_finds_the_community(town: Town) -> None:
    await town.area()
    olena = await asked_for_place(town)
    assert "© учасники OpenStreetMap, ODbL 1.0." in (await olena.sees("бот його не зберігає")).text
    await olena.sends_location(*IN_KOMYSHUVAKHA)
    found = await olena.sees("Це Ваша громада?")
    assert "Комишуваська селищна громада" in found.text
    assert "OpenStreetMap" in found.text
    await olena.presses("Так, моя")
    await olena.sees("Оберіть, що потрібно")
    assert await home_of(town) == [(KOMYSHUVAKHA, None)]


async def test_the_key_sends_the_place_and_goes_with_its_press(town: Town) -> None:
    olena = await asked_for_place(town)
    await olena.presses_key(olena.keys[0])
    await olena.sees("Тут бот не працює")  # the place that the simulator sends is outside both
    assert olena.keys == []


async def test_a_place_may_be_sent_in_answer_to_the_question_without_the_key(town: Town) -> None:
    await town.area()
    olena = await newcomer(town)
    await olena.sends_location(*IN_KOMYSHUVAKHA)
    await olena.sees("Це Ваша громада?")


async def test_near_a_border_either_community_can_be_chosen(town: Town) -> None:
    await town.area(VILNIANSK)
    olena = await asked_for_place(town)
    await olena.sends_location(*ON_THE_BORDER)
    found = await olena.sees("Поруч межа громад")
    assert ["Вільнянська" in found.buttons[0], "Комишуваська" in found.buttons[1]] == [True, True]
    await olena.presses(found.buttons[0])
    await olena.sees("Оберіть, що потрібно")
    assert await home_of(town) == [(VILNIANSK, None)]


async def test_outside_all_borders_the_bot_says_where_to_call(town: Town) -> None:
    olena = await asked_for_place(town)
    await olena.sends_location(*IN_KYIV)
    assert "102" in (await olena.sees("Тут бот не працює")).text
    await olena.says("Комишуваська")
    await olena.sees("Це Ваша громада?")


async def test_a_community_that_does_not_take_part_is_answered_as_when_it_is_named(town: Town) -> None:
    olena = await asked_for_place(town)
    await olena.sends_location(*IN_VILNIANSK)
    await olena.presses("Так, моя")
    await olena.sees("Ваша громада ще не долучилася", anywhere=True)


async def test_of_an_occupied_community_nothing_is_kept(town: Town) -> None:
    await town.area()
    await town.stored("update communities set occupied = true returning code")
    olena = await asked_for_place(town)
    await olena.sends_location(*IN_KOMYSHUVAKHA)
    await olena.presses("Так, моя")
    await olena.sees("102", anywhere=True)
    assert await home_of(town) == []


async def test_a_name_may_be_typed_where_the_place_was_asked_for(town: Town) -> None:
    olena = await asked_for_place(town)
    await olena.says("Комишуваська")
    await olena.sees("Це Ваша громада?")


async def test_the_way_out_of_the_question_is_a_key_too(town: Town) -> None:
    olena = await asked_for_place(town)
    await olena.presses("Скасувати")
    await olena.sees("Скасовано", anywhere=True)
    assert "Запитати" in olena.buttons[-6:]


async def test_a_place_for_a_case_stays_one_while_the_community_is_changed(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Хто винен за яму на дорозі?")
    await olena.presses("Надіслати без імені")
    await officer.sees("яму на дорозі")
    await olena.presses("Налаштування")
    await olena.presses("Змінити громаду")
    await olena.sees("Яка Ваша громада?")
    await olena.sends_location(*IN_VILNIANSK)
    await town.settled()
    assert [each.fields["location"].latitude for each in officer.chat if "location" in each.fields] == [IN_VILNIANSK[0]]


async def test_whose_community_is_known_is_asked_by_the_button(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.presses("Змінити громаду")
    await olena.presses(SENDS)
    await olena.sends_location(*IN_VILNIANSK)
    assert "Вільнянська" in (await olena.sees("Це Ваша громада?")).text


def contents_of(folder: Path) -> list[bytes]:
    return [each.read_bytes() for each in folder.iterdir() if each.is_file() and each.suffix != ".geojson"]


def traces_in(folder: Path, place: tuple[float, float], log: str) -> list[bytes]:
    """A place as it is written, or as numbers, in the files of a folder or in the log."""
    packed = [pack(order + size, each) for order in "<>" for size in "fd" for each in place]
    traces = [*(str(each).encode()[:6] for each in place), *packed]
    return [trace for trace in traces for content in [*contents_of(folder), log.encode()] if trace in content]


@pytest.mark.usefixtures("in_the_clear")
async def test_the_place_is_kept_nowhere(town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither while it is asked whether the community is the right one, nor after that."""
    await town.area()
    olena = await asked_for_place(town)
    await olena.sends_location(*IN_KOMYSHUVAKHA)
    await olena.sees("Це Ваша громада?")
    await town.passes(minutes=2)
    assert contents_of(tmp_path)
    assert traces_in(tmp_path, IN_KOMYSHUVAKHA, "".join(capsys.readouterr())) == []
    await olena.presses("Так, моя")
    await olena.sees("Оберіть, що потрібно")
    await town.passes(minutes=2)
    assert traces_in(tmp_path, IN_KOMYSHUVAKHA, "".join(capsys.readouterr())) == []


@pytest.mark.parametrize("way", [lambda olena: olena.sends_location(*IN_KOMYSHUVAKHA), lambda olena: olena.says(SENDS)])
async def test_without_borders_a_place_is_answered_with_what_to_do_instead(
    sqlite: Database, tmp_path: Path, way: Callable[[Person], Awaitable[object]]
) -> None:
    async with a_town(sqlite, tmp_path) as town:
        olena = await newcomer(town)
        assert SENDS not in olena.buttons
        await way(olena)
        await olena.sees("За місцем громаду знайти не вдається")
        await olena.says("Комишуваська")
        await olena.sees("Це Ваша громада?")


async def test_a_file_that_cannot_be_read_keeps_nobody_from_the_bot(sqlite: Database, tmp_path: Path) -> None:
    async with a_town(sqlite, tmp_path, borders=Borders(tmp_path / "none.geojson")) as town:
        olena = await newcomer(town)
        await olena.sends_location(*IN_KOMYSHUVAKHA)
        await olena.sees("За місцем громаду знайти не вдається")
