"""The person of a call or a visit opens their case: by the link of a slip, after the consent, with the code."""

import re

from bot.domain.letters import PlainText
from bot.domain.refusals import OldButton
from bot.domain.slips import ClaimingCase, code_in
from bot.handlers.cases.buttons import OpenCase
from bot.handlers.people.buttons import Greeting, NewConsent
from bot.handlers.residents.buttons import home
from bot.handlers.slips.buttons import EnterCode, StopClaiming
from bot.services import slips
from bot.storage import dialogs
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Screen

LIKE_A_CODE = re.compile(r"[\d\s-]{4,12}")


async def open_link(context: Context, token: str) -> None:
    """The start payload `t-<token>`. A link that was made up is asked for a code, too."""
    await slips.open_link(context.tx, context.actor, token)
    context.show(next_step(context))


def next_step(context: Context) -> Button:
    """The consent comes before the code; a person who works here can claim nothing, and needs none."""
    if context.actor.consent_is_current or context.actor.works_as_officer:
        return EnterCode()
    return NewConsent() if context.actor.has_consented else Greeting()


async def draw_enter_code(to: Addressee, button: EnterCode) -> Screen:
    lines = [to.say("slip-enter-code")]
    return Screen(to.say("slip-enter-code-title"), lines, buttons=[[(to.say("cancel-button"), StopClaiming())]])


def may_be_a_code(context: Context, message: PrivateMessage) -> bool:
    """All else that is written goes where it would go without a slip."""
    return LIKE_A_CODE.fullmatch(message.text.strip()) is not None


async def take_code(context: Context, message: PrivateMessage, dialog: ClaimingCase) -> None:
    """A wrong code, and one for a link that is void, get the same answer."""
    if not isinstance(step := next_step(context), EnterCode):
        context.show(step)
        return
    code = code_in(message.text)
    case = await slips.claim(context.tx, context.actor, dialog.token, code) if code is not None else None
    if case is None:
        context.tell(PlainText("slip-wrong-code"))
        return
    context.turn.facts["case"] = case.number or ""
    context.tell(PlainText("slip-claimed"))
    context.show(OpenCase(case.id))


async def stop(context: Context, button: StopClaiming) -> None:
    if not isinstance(context.actor.dialog, ClaimingCase):
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)
    context.show(home(context.actor), as_new=True)


async def draw_stopped(to: Addressee, button: StopClaiming) -> Screen:
    return Screen(lines=[to.say("cancelled")])
