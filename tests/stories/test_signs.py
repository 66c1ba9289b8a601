"""The sign on a resident's message that an open case has: ✍, and not 👍, which would stand under «мене б'ють»."""

from simulator import Part
from simulator.faults import CutBefore
from tests.stories.cases import UNNAMED, asks, talk
from tests.town import Town

STORED = ["✍"]


async def test_a_message_in_an_open_case_gets_its_sign(either_town: Town) -> None:
    people = await talk(either_town)
    simply = await people.olena.says("І ще одне")
    await people.ivan.sees("І ще одне")
    assert simply.reactions == STORED
    answer = await people.ivan.says("Записую.", reply_to=await people.ivan.sees("І ще одне"))
    replied = await people.olena.says("Дякую", reply_to=await people.olena.sees("Записую."))
    await people.ivan.sees("Дякую")
    assert replied.reactions == STORED
    assert answer.reactions == ["👍"], "an officer's has its own"


async def test_the_sign_is_a_letter_of_nobody_and_is_under_a_call_for_help_too(town: Town) -> None:
    people = await talk(town)
    said = await people.olena.says("мене б'ють")
    await people.olena.sees("102")
    assert said.reactions == STORED
    assert await town.stored("select id from outbox") == []


async def test_a_draft_has_its_card_and_no_sign(town: Town) -> None:
    people = await talk(town)
    await people.olena.presses("Запитати")
    said = await people.olena.says("Це вже про інше")
    await people.olena.sees("Ще не надіслано")
    await people.olena.presses(UNNAMED)
    await people.olena.sees("Надіслано: КШ-")
    assert said.reactions == []
    await people.olena.says("А це кому?")
    waits = await people.olena.sees("Кому це?")
    await people.olena.presses(waits.buttons[0])
    await people.olena.sees("Передано до звернення")
    assert not any(bubble.reactions for bubble in people.olena.chat)


async def test_what_is_refused_has_no_sign(town: Town) -> None:
    people = await talk(town)
    refused = await people.olena.sends_document("звіт.doc")
    await people.olena.sees("без імені")
    assert refused.reactions == []


async def test_an_edit_needs_no_sign_of_its_own_and_an_album_has_one(town: Town) -> None:
    people = await talk(town, "Олена Коваль")
    said = await people.olena.says("Зустріч о 10:00")
    await people.olena.edits(said, "Зустріч о 18:45")
    await people.ivan.sees("18:45")
    assert said.reactions == STORED
    parts = await people.olena.sends_album([Part("photo", "Яма"), Part("photo"), Part("photo")])
    await town.passes(seconds=2)
    await people.ivan.sees("Яма")
    assert [part.reactions for part in parts] == [STORED, [], []]


async def test_an_officers_reaction_takes_the_place_of_the_sign_until_it_is_taken_back(town: Town) -> None:
    people = await talk(town)
    said = await people.olena.says("Лампу полагодили")
    got = await people.ivan.sees("Лампу полагодили")
    await people.ivan.reacts(got, "🔥")
    await town.settled()
    assert said.reactions == ["🔥"]
    await people.ivan.reacts(got, None)
    await town.settled()
    assert said.reactions == STORED


async def test_where_telegram_does_not_take_the_sign_the_message_goes_all_the_same(town: Town) -> None:
    people = await talk(town)
    await asks(await town.resident("Петро"), "Коли прийом?")
    town.telegram.faults.add(CutBefore(), method="setMessageReaction", times=None)
    said = await people.olena.says("І ще одне")
    await people.ivan.sees("І ще одне")
    assert said.reactions == []
