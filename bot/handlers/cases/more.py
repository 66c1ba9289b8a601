"""«Ще дії»: what is done less often at a case's desk, one press away from its card and from its history.

Each act is a label here, and belongs to the feature that does it. The screen names the case by its number alone: what
may not appear unasked is in the history.
"""

from bot.domain.cases import Act, Case, Status
from bot.domain.ids import CaseId
from bot.domain.merges import can_be_merged
from bot.domain.ready_texts import Kind as ReadyKind
from bot.handlers.case_exports.buttons import ExportCase
from bot.handlers.case_lists.buttons import Pin, Unpin
from bot.handlers.cases import holds, pauses
from bot.handlers.cases.acts import close_with_rows
from bot.handlers.cases.buttons import DeskCase, MoreActs, OfferAdvice, PlainWords
from bot.handlers.forwards.buttons import Forward
from bot.handlers.journal.buttons import UnmarkCrime, WriteEntry
from bot.handlers.merges.buttons import MergeWith
from bot.handlers.notes.buttons import WriteNote
from bot.handlers.paging import back
from bot.handlers.ready_texts.buttons import ReadyList
from bot.handlers.recalls.buttons import Recall
from bot.handlers.slips.buttons import IssueSlip
from bot.handlers.transfers.buttons import GiveBack, Transfer
from bot.handlers.unclaimed import hand_rows
from bot.handlers.walk_ins.buttons import CorrectCase
from bot.services import forwards, journal, transfers
from bot.services.cases import access, notes, recalls
from bot.storage import case_history, case_lists, case_pins, files
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

IN_A_ROW = 2


async def open_more(context: Context, button: MoreActs) -> None:
    """In place of a page of the history; from a card, which stays, as a message of its own."""
    case, _ = await access.desk_case(context.tx, context.actor, button.case_id)
    context.show(MoreActs(case.id), as_new=not await on_page(context, case.id))


async def on_page(context: Context, case_id: CaseId) -> bool:
    pressed = context.turn.pressed
    return pressed is not None and await case_lists.is_page(context.tx, context.actor.chat_id, pressed)


async def draw_more(to: Addressee, button: MoreActs) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    labels = await labels_of(to, case)
    rows = [labels[start : start + IN_A_ROW] for start in range(0, len(labels), IN_A_ROW)]
    return Screen(case.number or "", [to.say("desk-more-title")], buttons=[*rows, *back(to, DeskCase(case.id))])


async def labels_of(to: Addressee, case: Case) -> list[Label]:
    labels: list[Label] = [(to.say("note-button"), WriteNote(case.id))] if notes.takes_notes(case) else []
    if case.is_open and case.link_cut_at is None:
        labels.append((to.say("ready-answer-button"), ReadyList(case.id, ReadyKind.ANSWER)))
    if (last := await recalls.offered(to.tx, to.person_id, case)) is not None:
        labels.append((to.say("recall-button"), Recall(case.id, last)))
    labels += await unclaimed_labels(to, case)
    labels += [label for row in close_with_rows(to, case) for label in row]
    labels += [*await advice_labels(to, case), *await pauses.desk_labels(to, case), *await holds.desk_labels(to, case)]
    labels += [*await transfer_labels(to, case), *forward_labels(to, case), *merge_labels(to, case)]
    labels += await journal_labels(to, case)
    if to.tx.policy.cases.protected:
        labels.append((to.say("desk-plain-text-button"), PlainWords(case.id)))
    return [*labels, *await export_labels(to, case), await pin_label(to, case)]


async def unclaimed_labels(to: Addressee, case: Case) -> list[Label]:
    """Of a call or a visit: to tell its person what they were not told yet, to let them open it, to mend its data."""
    if not case.unclaimed:
        return []
    labels = [label for row in await hand_rows(to, case) for label in row]
    if case.is_open:
        labels.append((to.say("slip-button"), IssueSlip(case.id)))
        labels.append((to.say("walk-in-correct-button"), CorrectCase(case.id)))
    return labels


async def export_labels(to: Addressee, case: Case) -> list[Label]:
    """To have the case as a file, and where anything was attached to it, all of that as well."""
    labels: list[Label] = [(to.say("case-export-button"), ExportCase(case.id, with_files=False))]
    if await files.has_any(to.tx, case.id):
        labels.append((to.say("case-export-files-button"), ExportCase(case.id, with_files=True)))
    return labels


async def pin_label(to: Addressee, case: Case) -> Label:
    """For one's own lists."""
    if await case_pins.is_pinned(to.tx, to.person_id, case.id):
        return to.say("case-lists-unpin-button"), Unpin(case.id)
    return to.say("case-lists-pin-button"), Pin(case.id)


async def advice_labels(to: Addressee, case: Case) -> list[Label]:
    """The text about 102 and the station, where it was not sent yet."""
    if (
        case.unclaimed
        or not case.crime_signs
        or not case.is_open
        or await case_history.has_happened(to.tx, case.id, Act.CRIME_ADVICE)
    ):
        return []
    return [(to.say("desk-advice-button"), OfferAdvice(case.id))]


async def transfer_labels(to: Addressee, case: Case) -> list[Label]:
    """To another desk, and back to the one that gave it."""
    if not case.is_open or case.confidential:
        return []
    labels: list[Label] = [(to.say("transfer-button"), Transfer(case.id))]
    if await transfers.can_be_given_back(to.tx, to.person_id, case):
        labels.append((to.say("transfer-back-button"), GiveBack(case.id)))
    return labels


def forward_labels(to: Addressee, case: Case) -> list[Label]:
    """To another body; once it went there, whether the paper did."""
    if forwards.can_be_forwarded(case) or case.status is Status.FORWARDED:
        return [(to.say("forward-button"), Forward(case.id))]
    return []


def merge_labels(to: Addressee, case: Case) -> list[Label]:
    return [(to.say("merge-button"), MergeWith(case.id))] if can_be_merged(case) else []


async def journal_labels(to: Addressee, case: Case) -> list[Label]:
    """Of a case with signs of a crime: its number in the journal; without one, that the signs are a mistake."""
    labels: list[Label] = [(to.say("journal-button"), WriteEntry(case.id))] if journal.is_registrable(case) else []
    if await journal.can_be_unmarked(to.tx, case):
        labels.append((to.say("unmark-crime-button"), UnmarkCrime(case.id)))
    return labels
