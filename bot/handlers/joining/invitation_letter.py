"""The letter of invitation to a community's leadership: a page to be printed and signed, with the QR of its link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.domain.invitations import Invitation, InvitationPrinted
from bot.domain.letters import PersonAt, PlainText
from bot.handlers.joining.buttons import PrintInvitation
from bot.handlers.places import community_at, community_name, community_where
from bot.register import Community
from bot.services import invitations
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.links import link_to, qr_of
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.texts import Say
from bot.typesetting import typeset

ABOUT = ("what", "gets", "gives", "then")
STEPS = ("scan", "press", "code", "answer")
TO_SIGN = ("signature", "telephone")


@dataclass(frozen=True, slots=True)
class Page:
    """What is on the letter. `at`: when it is made."""

    invitation: Invitation
    community: Community
    link: str
    at: datetime


async def print_letter(context: Context, button: PrintInvitation) -> None:
    await invitations.print_letter(context.tx, context.actor, button.invitation_id)
    context.answer(context.say("council-letter-coming"))


async def render(to: Addressee, letter: InvitationPrinted) -> Sequence[Effect]:
    found = await invitations.printed(to.tx, letter, to.person_id)
    if found is None:
        return []
    invitation, token = found
    community = community_at(to.register, invitation.community or "")
    page = Page(invitation, community, link_to(to.bot_username, f"i-{token}"), to.tx.now)

    async def gathered(tx: Transaction) -> Page:
        return page

    text = to.say("council-letter-here", name=invitation.name or to.say("invitation-unnamed"))
    return [Show(Document(Rich(text), Made("invitation.pdf", gathered, partial(page_of, to.say))))]


def page_of(say: Say, page: Page) -> bytes:
    invitation = page.invitation
    return typeset(
        "invitation",
        {
            "title": say("council-letter-title"),
            "language": say.language.value,
            "date": say.date(page.at),
            "addressee": [
                say(f"council-post-{invitation.post}"),
                say.person(invitation.name or ""),
                community_name(say, page.community),
                community_where(say, page.community),
            ],
            "paragraphs": [say("council-letter-invites"), *(say(f"joining-about-{each}") for each in ABOUT)],
            "how": say("council-letter-how"),
            "steps": [say(f"council-letter-{step}") for step in STEPS],
            "terms": [say("council-letter-until", date=say.date(invitation.expires_at)), say("council-letter-once")],
            "link": page.link,
            "qr": qr_of(page.link),
            "qr_says": say("council-letter-qr"),
            "to_sign": [say(f"council-letter-{each}") for each in TO_SIGN],
            "warning": say("not-a-service-102"),
        },
        page.at,
    )


async def failed(to: Addressee, letter: InvitationPrinted) -> None:
    refusal = PlainText("council-letter-failed")
    to.tx.outbox.tell(PersonAt(to.person_id), refusal, dedupe=f"council-letter:{letter.seed}")
