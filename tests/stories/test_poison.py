"""One update that Telegram would never send holds up its own chat for a while, and nobody else."""

import pytest

from bot.workers.updates import TRIES
from tests.town import Town

TOO_BIG = 10**30


def message(user: int, message_id: int, replied: int) -> dict[str, object]:
    chat = {"id": 700_000_001, "type": "private", "first_name": "Хтось"}
    said = {"date": 1_795_507_200, "chat": chat, "text": "Добрий день", "from": {**chat, "id": user, "is_bot": False}}
    return {"message": {**said, "message_id": message_id, "reply_to_message": {**said, "message_id": replied}}}


@pytest.mark.parametrize("poison", [message(700_000_001, 7, TOO_BIG), message(TOO_BIG, 7, 7), message(7, TOO_BIG, 7)])
async def test_a_number_that_no_column_holds_stops_nobody_else(either_town: Town, poison: dict[str, object]) -> None:
    town = either_town
    olena, taras = town.telegram.person("Олена"), town.telegram.person("Тарас")
    await olena.starts()
    await town.settled()
    olena._bot.updates.put_raw(olena.id, poison)  # noqa: SLF001  # what no telephone does
    await taras.starts()
    await taras.sees("Доброго дня!")
    for _ in range(TRIES):
        await town.passes(minutes=1)
    assert [row["state"] for row in await town.stored("select state from inbox where state <> 'handled'")] in (
        [],
        ["set_aside"],
    )


async def test_an_id_that_is_no_number_is_nobodys(town: Town) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    await town.settled()
    before = await town.stored("select person_id from accounts")
    olena._bot.updates.put_raw(olena.id, message(True, 7, 7))  # noqa: SLF001  # to Python True is a number
    for _ in range(TRIES):
        await town.passes(minutes=1)
    assert await town.stored("select person_id from accounts") == before
    assert await town.stored("select id from outbox") == []
    assert await town.stored("select state from inbox where state <> 'handled'") == [{"state": "set_aside"}]


async def test_formatting_that_reaches_beyond_its_text_keeps_no_words_from_the_officer(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Коли прийом?")
    await olena.presses("Надіслати без імені")
    await officer.sees("Коли прийом?")
    said = message(olena.id, 700, 7)["message"]
    assert isinstance(said, dict)
    del said["reply_to_message"]
    said["chat"] = {**said["chat"], "id": olena.id}
    said |= {"text": "Музика", "entities": [{"type": "bold", "offset": at, "length": 9} for at in (0, 6, 40, -1)]}
    olena._bot.updates.put_raw(olena.id, {"message": said})  # noqa: SLF001
    await officer.sees("Музика")
