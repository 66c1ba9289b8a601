"""Commands that people try because other bots have them do what their names say. The list of commands stays short."""

import pytest

from bot.surface.commands import COMMANDS
from tests.stories.cases import talk
from tests.town import Town


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("/settings", "Змінити громаду"),
        ("/menu", "Оберіть, що потрібно."),
        ("/stop", "Вимкнути всі сповіщення"),
        ("/report", "Про що хочете повідомити?"),
        ("/question", "Напишіть запитання"),
        ("/ask", "Напишіть запитання"),
        ("/contacts", "Куди телефонувати"),
        ("контакти", "Куди телефонувати"),
        ("головне меню", "Оберіть, що потрібно."),
        ("/mydata", "Мої дані"),
        ("/privacy", "Мої дані"),
    ],
)
async def test_a_usual_command_does_what_its_name_says(town: Town, command: str, shown: str) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says(command)
    page = await olena.sees("")
    assert shown in page.text + " ".join(page.buttons)
    assert command.strip("/") not in COMMANDS


async def test_cancel_throws_away_what_was_begun(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.presses("Запитати")
    await pair.olena.says("Щоночі музика")
    await pair.olena.says("/cancel")
    await pair.olena.sees("Скасовано. Нічого не надіслано.")
    assert await town.stored("select id from cases where status = 'draft'") == []
    await pair.ivan.presses("Відповісти", on=await pair.ivan.sees("Хто відповідає", anywhere=True))
    await pair.ivan.says("/cancel")
    await pair.ivan.sees("Скасовано.")


async def test_what_is_written_behind_report_is_a_report(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("/report Біля школи чуже авто")
    assert "Тема: Інше" in (await olena.sees("Ще не надіслано: «Біля школи чуже авто».")).text
