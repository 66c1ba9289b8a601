"""Every way in (ROUTES), every letter out (RENDERERS) and all that goes to many (BROADCASTS).

Start in the `feature.py` of a feature to find what answers to what; here all of them are put together.
"""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.domain.letters import Letter, PlainText
from bot.handlers import private
from bot.handlers.absences.feature import FEATURE as ABSENCES
from bot.handlers.boards import group
from bot.handlers.boards.feature import FEATURE as BOARDS
from bot.handlers.case_exports.feature import FEATURE as CASE_EXPORTS
from bot.handlers.case_lists.feature import FEATURE as CASE_LISTS
from bot.handlers.cases import messages
from bot.handlers.cases.feature import FEATURE as CASES
from bot.handlers.cases.threads import THREADS as THREADS
from bot.handlers.communities.feature import FEATURE as COMMUNITIES
from bot.handlers.community_chats import chat
from bot.handlers.community_chats.feature import FEATURE as COMMUNITY_CHATS
from bot.handlers.daily.feature import FEATURE as DAILY
from bot.handlers.directory.feature import FEATURE as DIRECTORY
from bot.handlers.feature import Start, Wish, collected, merged
from bot.handlers.figures.feature import FEATURE as FIGURES
from bot.handlers.forwards.feature import FEATURE as FORWARDS
from bot.handlers.joining.feature import FEATURE as JOINING
from bot.handlers.journal.feature import FEATURE as JOURNAL
from bot.handlers.meetings.feature import FEATURE as MEETINGS
from bot.handlers.merges.feature import FEATURE as MERGES
from bot.handlers.my_data.feature import FEATURE as MY_DATA
from bot.handlers.notes.feature import FEATURE as NOTES
from bot.handlers.notices.feature import FEATURE as NOTICES
from bot.handlers.office_hours.feature import FEATURE as OFFICE_HOURS
from bot.handlers.officers.feature import FEATURE as OFFICERS
from bot.handlers.offices.feature import FEATURE as OFFICES
from bot.handlers.people import person
from bot.handlers.people.feature import FEATURE as PEOPLE
from bot.handlers.priorities.feature import FEATURE as PRIORITIES
from bot.handlers.queue.feature import FEATURE as QUEUE
from bot.handlers.ready_texts.feature import FEATURE as READY_TEXTS
from bot.handlers.recalls.feature import FEATURE as RECALLS
from bot.handlers.residents import arrival
from bot.handlers.residents.feature import FEATURE as RESIDENTS
from bot.handlers.screens import render_plain_text, screen_renderer
from bot.handlers.slips.feature import FEATURE as SLIPS
from bot.handlers.staff import pages
from bot.handlers.staff.feature import FEATURE as STAFF
from bot.handlers.subscriptions.feature import FEATURE as SUBSCRIPTIONS
from bot.handlers.transfers.feature import FEATURE as TRANSFERS
from bot.handlers.walk_ins.feature import FEATURE as WALK_INS
from bot.services import chat_requests, reachability
from bot.storage import people
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import BroadcastRenderer, Renderer
from bot.surface.routes import Command, Routes
from bot.surface.screens import ShowScreen

FEATURES = collected(
    [
        PEOPLE,
        RESIDENTS,
        CASES,
        CASE_EXPORTS,
        WALK_INS,
        SLIPS,
        NOTES,
        RECALLS,
        READY_TEXTS,
        CASE_LISTS,
        MY_DATA,
        OFFICERS,
        OFFICES,
        ABSENCES,
        COMMUNITIES,
        JOINING,
        DIRECTORY,
        FIGURES,
        PRIORITIES,
        QUEUE,
        COMMUNITY_CHATS,
        BOARDS,
        OFFICE_HOURS,
        NOTICES,
        SUBSCRIPTIONS,
        STAFF,
        DAILY,
        TRANSFERS,
        FORWARDS,
        MERGES,
        JOURNAL,
        MEETINGS,
    ]
)


PAYLOAD = re.compile(r"[\w-]{1,64}", re.ASCII)  # what Telegram lets a link carry


async def start(context: Context, behind: PrivateMessage) -> None:
    """/start from a link carries `kind-token`, and the token goes to the kind's handler.

    Anyone who presses it lets the bot write to them again, also where Telegram's report of that was lost.
    """
    await reachability.regained(context.tx, context.actor.chat_id)
    await chat_requests.ask_of_let_in(context.tx, context.actor)
    payload = behind.text.strip()
    kind, _, token = payload.partition("-")
    if not PAYLOAD.fullmatch(payload):
        await begin_again(context, behind)
    elif kind in FEATURES.starts:
        await FEATURES.starts[kind](context, token)
    else:
        await arrival.start(context)


def without_arguments(wish: Wish) -> Command:
    """A command that asks the same as a key of the menu. Words behind it are a message like any other."""

    async def command(context: Context, behind: PrivateMessage) -> None:
        await wish(context)
        if behind.text:
            actor = context.actor  # whose dialog may have ended
            context.turn.actor = await people.known(context.tx, actor.person_id, actor.thread_id)
            await private.on_message(FEATURES, context, behind)

    return command


def with_arguments(takes: Start) -> Command:
    async def command(context: Context, behind: PrivateMessage) -> None:
        await takes(context, " ".join(behind.text.split()))

    return command


begin_again = without_arguments(arrival.start)


ROUTES = Routes(
    commands={
        "start": start,
        "lock": with_arguments(pages.lock_by_code),
        "cancel": without_arguments(partial(private.cancel, FEATURES)),
        **{name: without_arguments(wish) for name, wish in FEATURES.commands.items()},
    },
    buttons=FEATURES.every_press,
    message=partial(private.on_message, FEATURES),
    edited=partial(private.on_edit, FEATURES),
    reaction=messages.react,
    membership=person.membership,
    chat_commands=merged([chat.COMMANDS, group.COMMANDS]),
    chat_membership=chat.membership,
    chat_moved=chat.moved,
)

RENDERERS: Mapping[type[Letter], Renderer[Any]] = {
    ShowScreen: screen_renderer(FEATURES),
    PlainText: Renderer(render_plain_text),
    **FEATURES.letters,
}

BROADCASTS: Mapping[type[Letter], BroadcastRenderer[Any, Any]] = FEATURES.broadcasts
