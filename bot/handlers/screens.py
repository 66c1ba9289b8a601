"""Screens as letters: drawn by their button when they are sent."""

from collections.abc import Sequence
from typing import Any

from bot.domain.letters import PlainText
from bot.domain.refusals import Refusal
from bot.handlers.cases.screens import SCREENS as CASES
from bot.handlers.people.screens import SCREENS as PEOPLE
from bot.telegram.buttons import Button, unpack
from bot.telegram.rendering import Addressee, DrawScreen
from bot.telegram.screens import Call, Screen, ShowScreen, calls_of

SCREENS: dict[type[Button], DrawScreen[Any]] = {**PEOPLE, **CASES}


async def render_screen(to: Addressee, letter: ShowScreen) -> Sequence[Call]:
    button = unpack(letter.button)
    try:
        screen = await SCREENS[type(button)](to, button)
    except Refusal as refusal:  # it was true when it was pressed, and no longer is
        screen = Screen(lines=[to.say(refusal.key, **refusal.values)])
    return calls_of(screen, letter.message_id)


async def render_plain_text(to: Addressee, letter: PlainText) -> Sequence[Call]:
    return calls_of(Screen(lines=[to.say(letter.key, **letter.values)]))
