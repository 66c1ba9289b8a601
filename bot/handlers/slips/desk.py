"""A slip for the desk: the page with its QR, and the code in a message of its own, which is not passed on with it."""

from collections.abc import Sequence
from functools import partial

from bot.domain.letters import PersonAt, PlainText
from bot.domain.slips import SlipMade
from bot.handlers.slips.buttons import IssueSlip
from bot.services import slips
from bot.services.slips import ToHand
from bot.storage.copies import CODE, PAPER, add_copy
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.links import link_to, qr_of
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich
from bot.surface.screens import Screen
from bot.texts import Say
from bot.typesetting import typeset


async def issue(context: Context, button: IssueSlip) -> None:
    case = await slips.issue(context.tx, context.actor, button.case_id)
    context.turn.facts["case"] = case.number or ""
    context.answer(context.say("slip-coming"))


async def render(to: Addressee, letter: SlipMade) -> Sequence[Effect]:
    slip = await slips.to_hand(to.tx, letter.slip_id, to.person_id)
    if slip is None:
        return []
    number = slip.case.number or ""

    async def gathered(tx: Transaction) -> ToHand:
        return slip

    page = Made(f"{number}.pdf", gathered, partial(page_of, to.say, to.bot_username))
    code = f"{slip.secrets.code[:3]} {slip.secrets.code[3:]}"
    return [
        Show(Document(Rich(to.say("slip-here", number=number)), page)),
        Show(Screen(number, [to.say("slip-code", code=code), to.say("slip-code-apart")], protected=True)),
    ]


def page_of(say: Say, bot_username: str, slip: ToHand) -> bytes:
    link = link_to(bot_username, f"t-{slip.secrets.token}")
    return typeset(
        "slip",
        {
            "title": say("slip-page-title", number=slip.case.number or ""),
            "language": say.language.value,
            "qr": qr_of(link),
            "qr_says": say("slip-page-qr"),
            "steps": [
                say("slip-page-scan"),
                say("slip-page-code"),
                say("slip-page-until", date=say.date(slip.expires_at)),
            ],
            "warning": say("not-a-service-102"),
        },
        slip.expires_at,
    )


async def sent(to: Addressee, letter: SlipMade, sent: Sequence[Sent]) -> None:
    """Both go from the chat with the case."""
    slip = await slips.to_hand(to.tx, letter.slip_id, to.person_id)
    if slip is None:
        return
    for each, piece in zip(sent, (PAPER, CODE), strict=False):
        add_copy(to.tx, to.chat_id, each.message_id, slip.case.id, None, piece=piece)


async def failed(to: Addressee, letter: SlipMade) -> None:
    to.tx.outbox.tell(PersonAt(to.person_id), PlainText("slip-failed"), dedupe=f"slip-failed:{letter.slip_id}")
