"""What people wrote cannot be copied or passed on from an officer's chat, but for what has to be: that is noted."""

from dataclasses import replace

import pytest

from simulator.chats import Bubble
from tests.stories.cases import Talk, asks, talk
from tests.town import Town


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town)


def is_protected(bubble: Bubble) -> bool:
    return bool(bubble.fields.get("has_protected_content"))


async def test_cards_messages_and_histories_at_a_desk_are_protected(town: Town, pair: Talk) -> None:
    await pair.olena.says("Ще одне слово")
    assert is_protected(await pair.ivan.sees("КШ-2026-000001", anywhere=True))
    assert is_protected(await pair.ivan.sees("Ще одне слово"))
    await pair.ivan.says("Звернення")
    assert is_protected(await pair.ivan.sees("Чекають на Вас"))
    await pair.ivan.presses("КШ-2026-000001 · Запитання")
    assert is_protected(await pair.ivan.sees("Ще одне слово"))


async def test_what_a_resident_reads_is_not(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Відповісти")
    await pair.ivan.says("Приймаю у середу")
    assert not is_protected(await pair.olena.sees("Приймаю у середу"))


async def test_number_and_telephones_are_copied_by_a_press(town: Town, pair: Talk) -> None:
    await asks(pair.olena, "Передзвоніть: 067 123-45-67 або +38 (050) 765 43 21, будинок 12")
    card = await pair.ivan.sees("Передзвоніть")
    copied = [button.copy_text.text for button in card.inline if button.copy_text is not None]
    assert copied == ["КШ-2026-000002", "+380671234567", "+380507654321"]


async def test_the_text_for_the_register_can_be_copied_and_is_noted(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Історія")
    await pair.ivan.presses("Ще дії")
    await pair.ivan.presses("Текст для ЄО")
    plain = await pair.ivan.sees("Хто відповідає за вулицю?")
    assert not is_protected(plain)
    assert "КШ-2026-000001" in plain.text
    acts = [row["act"] for row in await town.stored("select act from audit where subject_kind = 'case'")]
    assert acts.count("copy words") == 1


async def test_an_operator_may_leave_them_unprotected(town: Town, pair: Talk) -> None:
    cases = replace(town.app.store.policy.cases, protected=False)
    object.__setattr__(town.app.store, "policy", replace(town.app.store.policy, cases=cases))
    await pair.olena.says("Ще одне слово")
    assert not is_protected(await pair.ivan.sees("Ще одне слово"))
