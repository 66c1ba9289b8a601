"""A case is opened by typing its number: at its desk, or by its own resident. What is absent and what is not theirs get
the same answer.
"""

from bot.domain.case_dialogs import HoldingText
from bot.domain.case_refusals import NoSuchCase
from bot.domain.cases import Status, TypedNumber, typed_number
from bot.domain.ids import CaseId, id_in
from bot.domain.refusals import NotFound
from bot.handlers.cases import answers, history
from bot.handlers.cases.buttons import History, OpenCase
from bot.services.cases import access
from bot.storage.copies import numbered
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage


async def opens(context: Context, typed: TypedNumber) -> bool:
    """Whether the number has opened a case. Raises NoSuchCase at a desk, TakenByAnother."""
    actor = context.actor
    if (actor.works_as_officer or actor.coordinates) and await opens_at_desk(context, typed):
        return True
    if actor.works_as_officer and typed.is_sure:
        raise NoSuchCase(number=typed.numbers[0])
    return not actor.works_as_officer and typed.is_sure and await opens_own(context, typed)


async def opens_at_desk(context: Context, typed: TypedNumber) -> bool:
    for number in typed.numbers:
        found = await numbered(context.tx, number)
        if found is None:
            continue
        try:
            await history.open_history(context, History(found.case_id))
        except NotFound:
            continue
        return True
    return False


async def arrive(context: Context, token: str) -> None:
    """The link of a board: the id of a case, which opens at its desk alone. Raises NotFound."""
    case_id = id_in(token)
    if case_id is None:
        raise NotFound
    await history.open_history(context, History(CaseId(case_id)))


async def opens_own(context: Context, typed: TypedNumber) -> bool:
    for number in typed.numbers:
        found = await numbered(context.tx, number)
        own = await access.found_own(context.tx, found.case_id, context.actor.person_id) if found else None
        if own is not None and own.status is not Status.DRAFT:
            context.show(OpenCase(own.id))
            return True
    return False


async def open_or_hold(context: Context, message: PrivateMessage, dialog: HoldingText) -> None:
    """While messages wait for a case: a number opens it, where «Відповісти» gives it what waits; all else waits."""
    typed = typed_number(message.text, context.tx.now)
    if typed is None or not await opens(context, typed):
        await answers.whose(context, message)
