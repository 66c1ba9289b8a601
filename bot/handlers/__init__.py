"""Every way in (ROUTES) and every letter out (RENDERERS): start here to find what answers to what."""

from collections.abc import Mapping
from typing import Any

from telegram import Message, MessageReactionUpdated

from bot.domain.letters import Letter, PlainText
from bot.handlers import private
from bot.handlers.cases import buttons as case_buttons
from bot.handlers.cases import officer, resident
from bot.handlers.cases.letters import LETTERS as CASE_LETTERS
from bot.handlers.people import buttons as people_buttons
from bot.handlers.people import person
from bot.handlers.screens import render_plain_text, render_screen
from bot.telegram.application import Routes
from bot.telegram.context import Context
from bot.telegram.rendering import Renderer
from bot.telegram.screens import ShowScreen


async def ignore_reaction(context: Context, reaction: MessageReactionUpdated) -> None:
    return None


async def ignore_edit(context: Context, message: Message) -> None:
    return None


ROUTES = Routes(
    commands={"start": person.start},
    buttons={
        people_buttons.Agree: person.agree,
        people_buttons.ChooseLanguage: person.choose_language,
        people_buttons.Menu: person.show_menu,
        case_buttons.NewReport: resident.choose_category,
        case_buttons.ChooseCategory: resident.begin_report,
        case_buttons.NewQuestion: resident.begin_question,
        case_buttons.SendUnnamed: resident.send_unnamed,
        case_buttons.SendNamed: resident.ask_name,
        case_buttons.CancelDraft: resident.cancel,
        case_buttons.Accept: officer.accept,
        case_buttons.Answer: officer.answer,
        case_buttons.Ask: officer.ask,
        case_buttons.Close: officer.close,
        case_buttons.Decline: officer.decline,
        case_buttons.CrimeSigns: officer.mark_crime_signs,
    },
    message=private.on_message,
    edited=ignore_edit,
    reaction=ignore_reaction,
    membership=person.membership,
)

RENDERERS: Mapping[type[Letter], Renderer[Any]] = {
    ShowScreen: Renderer(render_screen),
    PlainText: Renderer(render_plain_text),
    **CASE_LETTERS,
}
