"""Screens as letters: drawn by their button when they are sent."""

from collections.abc import Sequence
from typing import Any

from bot.domain.letters import PlainText
from bot.domain.refusals import Refusal
from bot.handlers.cases.desk_screens import SCREENS as DESK
from bot.handlers.cases.desk_screens import SENT
from bot.handlers.cases.own_screens import SCREENS as OWN_CASES
from bot.handlers.cases.screens import SCREENS as CASES
from bot.handlers.cases.unaddressed import SCREENS as UNADDRESSED
from bot.handlers.communities.screens import SCREENS as COMMUNITIES
from bot.handlers.community_chats.screens import SCREENS as CHATS
from bot.handlers.notices.form_screens import SCREENS as NOTICE_FORM
from bot.handlers.notices.screens import SCREENS as NOTICES
from bot.handlers.office_hours.screens import SCREENS as OFFICE_HOURS
from bot.handlers.officers.screens import SCREENS as OFFICERS
from bot.handlers.people.screens import SCREENS as PEOPLE
from bot.handlers.queue.screens import SCREENS as QUEUE
from bot.handlers.residents.screens import SCREENS as RESIDENTS
from bot.handlers.subscriptions.screens import SCREENS as SUBSCRIPTIONS
from bot.telegram.buttons import Button, unpack
from bot.telegram.rendering import Addressee, DrawScreen, Sent
from bot.telegram.screens import Call, Screen, ShowScreen, calls_of

SCREENS: dict[type[Button], DrawScreen[Any]] = {
    **PEOPLE,
    **RESIDENTS,
    **CASES,
    **OWN_CASES,
    **UNADDRESSED,
    **DESK,
    **COMMUNITIES,
    **QUEUE,
    **CHATS,
    **OFFICERS,
    **SUBSCRIPTIONS,
    **NOTICES,
    **NOTICE_FORM,
    **OFFICE_HOURS,
}


async def render_screen(to: Addressee, letter: ShowScreen) -> Sequence[Call]:
    button = unpack(letter.button)
    try:
        screen = await SCREENS[type(button)](to, button)
    except Refusal as refusal:  # it was true when it was pressed, and no longer is
        screen = Screen(lines=[to.say(refusal.key, **refusal.values)])
    return calls_of(screen, letter.message_id)


async def screen_sent(to: Addressee, letter: ShowScreen, sent: Sequence[Sent]) -> None:
    """What some screens leave behind when they are shown."""
    button = unpack(letter.button)
    if (note := SENT.get(type(button))) is not None:
        await note(to, button, sent)


async def render_plain_text(to: Addressee, letter: PlainText) -> Sequence[Call]:
    return calls_of(Screen(lines=[to.say(letter.key, **letter.values)]))
