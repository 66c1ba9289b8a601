"""A file that was sent: what it would change, and what it has changed.

One letter goes the whole way: while there is something to do with the file, it has that done and is drawn again, so a
crash only repeats the last step. It shows the page at which its reader decides, or how it ended.
"""

from collections.abc import Sequence
from functools import partial

from bot.domain.bodies import File
from bot.domain.directory import DirectoryChecked, DirectoryFindings, form_of
from bot.domain.directory_places import Divided, divided
from bot.domain.directory_places import Places as Names
from bot.domain.letters import PersonAt, PlainText
from bot.domain.refusals import NotFound, Refusal
from bot.handlers.directory.buttons import CancelImport, CarryOut, DirectoryHome, GetFindings, ImportPage, SendFile
from bot.handlers.directory.workbook import findings_of, line, worst
from bot.handlers.paging import back
from bot.services import directory_imports as imports
from bot.services.directory import Author, Places
from bot.services.directory_imports import Checked
from bot.sheets import Workbook
from bot.storage import directory
from bot.storage.directory import Counts, Import, Part, State
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.outgoing import Document, Effect, Made, Reading, Show, Step
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

NAMED = 5  # findings on the page; all are in the file


async def render(to: Addressee, letter: DirectoryChecked) -> Sequence[Effect]:
    """Void for a person who coordinates nothing by then, and for a file that was given up."""
    try:
        sent = await imports.own(to.tx, to.person_id, letter.import_id)
    except NotFound:
        return []
    work = await work_on(to, sent)
    if work is not None:
        return [work]
    return [] if sent.state is State.CANCELLED else [Show(await page_of(to, sent))]


async def failed(to: Addressee, letter: DirectoryChecked) -> None:
    await imports.cannot_be_read(to.tx, letter.import_id)
    name = f"directory-failed:{letter.import_id}"
    to.tx.outbox.tell(PersonAt(to.person_id), PlainText("directory-failed"), dedupe=name)


# What is done with it.


async def work_on(to: Addressee, sent: Import) -> Effect | None:
    """The next thing to do with a file; None where it waits for a person, or has ended."""
    places = Places(to.register, to.search)
    match sent.state:
        case State.READING:
            return await reading(to, sent)
        case State.CHECKING:
            return Step("check", Checked(), partial(check_some, sent, places), partial(keep_some, sent))
        case State.CONFIRMED:
            return Step("check again", Checked(), partial(check_again, sent, places), partial(keep_again, sent))
        case State.APPLYING:
            return Step("apply", None, nothing_to_read, partial(apply_next, sent, places))
        case _:
            return None


async def reading(to: Addressee, sent: Import) -> Reading[Divided | Refusal]:
    author = await Author.of(to.tx, to.person_id)
    within = frozenset(each.code for each in author.within(to.register))
    names = Names(to.register, to.search, within)
    file = File(external_id=sent.file, size=sent.size)

    async def keep(tx: Transaction, what: Divided | Refusal, position: int) -> int | None:
        return await imports.keep_read(tx, sent, what, position)

    return Reading("read", file, partial(read_form, names), keep)


def read_form(names: Names, workbook: Workbook) -> Divided | Refusal:
    try:
        return divided(form_of(workbook), names)
    except Refusal as refusal:
        return refusal


async def check_some(sent: Import, places: Places, tx: Transaction, _: Checked) -> tuple[Checked, bool]:
    return await imports.check_some(tx, sent, places), True


async def keep_some(sent: Import, tx: Transaction, checked: Checked) -> None:
    await imports.keep_some(tx, sent, checked)


async def check_again(sent: Import, places: Places, tx: Transaction, before: Checked) -> tuple[Checked, bool]:
    return await imports.check_again(tx, sent, places, before)


async def keep_again(sent: Import, tx: Transaction, checked: Checked) -> None:
    await imports.keep_again(tx, sent, checked)


async def nothing_to_read(_: Transaction, __: None) -> tuple[None, bool]:
    """A community is read in the transaction that changes it."""
    return None, True


async def apply_next(sent: Import, places: Places, tx: Transaction, _: None) -> None:
    await imports.apply_next(tx, sent, places)


# The page.


async def draw(to: Addressee, button: ImportPage) -> Screen:
    return await page_of(to, await imports.own(to.tx, to.person_id, button.import_id))


async def page_of(to: Addressee, sent: Import) -> Screen:
    say, title = to.say, to.say(f"directory-state-{sent.state}")
    match sent.state:
        case State.READING | State.CHECKING | State.CONFIRMED | State.APPLYING | State.CANCELLED:
            return Screen(title, [say("directory-nothing-yet")], buttons=back(to, DirectoryHome()))
        case State.REFUSED:
            again: list[list[Label]] = [[(say("directory-send-another-button"), SendFile())]]
            return Screen(title, [say(sent.fault or "directory-broken")], buttons=[*again, *back(to, DirectoryHome())])
        case _:
            counts = await imports.counts(to.tx, sent.id)
            wrong = worst(await directory.wrong_parts(to.tx, sent.id, NAMED), NAMED)
            lines = [*summary(to, sent, counts), *(line(say, each) for each in wrong)]
            return Screen(title, lines, buttons=rows_for(to, sent, counts))


def summary(to: Addressee, sent: Import, counts: Counts) -> list[str]:
    say = to.say
    found = {
        "communities": counts.communities,
        "errors": counts.errors,
        "notes": counts.notes,
        "created": counts.created,
        "changed": counts.changed,
        "same": counts.same,
    }
    lines = [say(f"directory-count-{name}", count=count) for name, count in found.items() if count]
    if sent.changed:
        lines.insert(0, say("directory-changed-since"))
    if sent.state is State.DONE:
        return [*lines, say("directory-not-carried-out")] if counts.errors else lines
    if counts.errors:
        return [*lines, say("directory-put-right")]
    return [*lines, say("directory-stays") if counts.created + counts.changed else say("directory-all-same")]


def rows_for(to: Addressee, sent: Import, counts: Counts) -> list[list[Label]]:
    say = to.say
    found: list[Label] = [(say("directory-findings-button"), GetFindings(sent.id))]
    if sent.state is State.DONE:
        return [found, *back(to, DirectoryHome())]
    if counts.errors or not counts.created + counts.changed:
        return [found, [(say("directory-send-another-button"), SendFile())], *back(to, DirectoryHome())]
    carry_out: list[Label] = [(say("directory-carry-out-button"), CarryOut(sent.id))]
    return [carry_out, found, [(say("cancel-button"), CancelImport(sent.id))]]


# What its reader decides.


async def carry_out(context: Context, button: CarryOut) -> None:
    await imports.confirm(context.tx, context.actor, button.import_id)
    context.show(ImportPage(button.import_id))


async def cancel(context: Context, button: CancelImport) -> None:
    await imports.cancel(context.tx, context.actor, button.import_id)
    context.answer(context.say("directory-cancelled"))
    context.show(DirectoryHome())


async def get_findings(context: Context, button: GetFindings) -> None:
    await imports.own(context.tx, context.actor.person_id, button.import_id)
    context.tell(DirectoryFindings(button.import_id), once=f"findings:{button.import_id}")
    context.answer(context.say("directory-file-coming"))


async def render_findings(to: Addressee, letter: DirectoryFindings) -> Sequence[Effect]:
    try:
        sent = await imports.own(to.tx, to.person_id, letter.import_id)
    except NotFound:
        return []

    async def gather(tx: Transaction) -> list[Part]:
        return await directory.parts_of(tx, sent.id)

    made = Made(to.say("directory-findings-name"), gather, partial(findings_of, to.say))
    return [Show(Document(Rich(to.say("directory-findings-here")), made))]
