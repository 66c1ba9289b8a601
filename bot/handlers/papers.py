"""Files that the bot made of a case, in the chat of the person at its desk who asked for one."""

from collections.abc import Sequence

from bot.domain.ids import CaseId
from bot.domain.letters import PersonAt, PlainText
from bot.services.cases import access
from bot.storage.copies import PAPER, add_copy
from bot.surface.rendering import Addressee, Sent


def paper_sent(to: Addressee, case_id: CaseId, sent: Sequence[Sent]) -> None:
    """It goes from the chat with the case."""
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, case_id, None, piece=PAPER)


async def paper_failed(to: Addressee, case_id: CaseId) -> None:
    case = await access.named(to.tx, case_id)
    refusal = PlainText("case-export-failed", {"number": case.number or "" if case else ""})
    to.tx.outbox.tell(PersonAt(to.person_id), refusal, dedupe=f"paper-failed:{case_id}")
