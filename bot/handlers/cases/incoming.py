"""What a resident sends: whether it can be passed on, and emergency numbers first where it mentions an emergency."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.domain.bodies import WITH_METADATA, Body
from bot.domain.emergency_phrases import Emergency
from bot.domain.letters import PlainText
from bot.domain.refusals import Refusal
from bot.handlers.cases.buttons import ChooseCategory, EmergencyCard, Kept, NewReport
from bot.handlers.paging import back_row
from bot.services.cases import emergencies
from bot.storage import local_facts
from bot.storage import residents as stored_residents
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

STORED = "✍"  # on a resident's message that its case has: not 👍, which would be under «мене б'ють» as well


def say_of_live_place(context: Context, message: PrivateMessage) -> None:
    if message.live_place:
        context.tell(PlainText("case-place-not-followed"))


def say_what_file_tells(context: Context, body: Body, album: str | None) -> None:
    """That a file goes as it is, because it cannot be cleaned. Once for an album."""
    known = body.kind in WITH_METADATA and body.file is not None and body.file.external_id
    if known and not body.is_cleanable(recordings=context.tx.policy.recordings_cleaned):
        context.tell(PlainText("file-goes-as-it-is"), once=f"file-goes:{album}" if album else None)


# Emergency numbers.


@asynccontextmanager
async def warned_first(
    context: Context, message: PrivateMessage, body: Body, kept: Kept = Kept.KEPT
) -> AsyncIterator[bool]:
    """Around what is done with a message: emergency numbers come first, also where the message is refused.

    A refusal that is raised takes the card back with all else, so with a card it is sent instead; and once for an
    album, whose other parts go on. What is inside refuses before it changes anything.
    """
    warned = await warn(context, body, kept)
    try:
        yield warned
    except Refusal as refusal:
        if not warned and message.album is None:
            raise
        refuse_beside(context, refusal, message.album)


def refuse_beside(context: Context, refusal: Refusal, album: str | None) -> None:
    """Send a refusal without taking back what was done: once for an album, each part of which is refused."""
    context.turn.facts["refusal"] = type(refusal).__name__
    context.tell(PlainText(refusal.key, refusal.values), once=f"{refusal.key}:{album}" if album else None)


async def warn(context: Context, body: Body, kept: Kept) -> bool:
    """Show emergency numbers, if the text mentions an emergency whose card did not come lately; whether they came."""
    found = await emergencies.card_due(context.tx, context.actor, body)
    if found is None:
        return False
    context.show(EmergencyCard(found, kept), as_new=True, urgent=True)
    return True


async def draw_emergency(to: Addressee, button: EmergencyCard) -> Screen:
    """After a text that mentions an emergency; it asks for nothing, and holds nothing back."""
    title, lines = await card_of(to, button.emergency)
    kept = [to.say(f"emergency-{button.kept.name.lower()}")] if button.kept is not Kept.NOT else []
    return Screen(title, [*lines, " ".join([*kept, to.say("not-a-service-102")])])


async def draw_emergency_first(to: Addressee, button: ChooseCategory) -> Screen:
    """Before the form of a category in which life may be at risk."""
    title, lines = await card_of(to, Emergency(button.category.value))
    go_on: list[Label] = [(to.say("emergency-continue-button"), ChooseCategory(button.category, warned=True))]
    return Screen(title, [*lines, to.say("not-a-service-102")], buttons=[go_on, back_row(to, NewReport())])


async def card_of(to: Addressee, emergency: Emergency) -> tuple[str, list[str]]:
    """A card's title and lines, with the numbers of the reader's community."""
    home = await stored_residents.home_of(to.tx, to.person_id)
    numbers = await local_facts.numbers(to.tx, home)
    card = f"emergency-{emergency}"
    return to.say(f"{card}-title", **numbers), [to.say(card, **numbers), to.say("emergency-no-answer", **numbers)]
