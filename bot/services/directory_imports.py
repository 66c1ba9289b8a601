"""A file by which a coordinator changes the directory: it is read, checked, confirmed, checked once more, carried out.

Each of these is one or many short transactions, and its row says how far it has come. Nothing is changed while any row
is wrong; what is confirmed is what was shown: where a second look finds anything else, it is shown again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.domain.bodies import LARGEST_CLEANED, File
from bot.domain.directory import BrokenSpreadsheet, DirectoryChecked, Finding, TooLargeAFile
from bot.domain.directory_known import Plan
from bot.domain.directory_places import Divided
from bot.domain.ids import DirectoryImportId, PersonId
from bot.domain.letters import LetterClass
from bot.domain.people import Actor, require_coordinator
from bot.domain.refusals import OldButton, Refusal, found
from bot.register import CommunityCode
from bot.services import directory as acts
from bot.services.directory import Author, Places
from bot.storage import audit, directory
from bot.storage.directory import Counts, Import, Part, Rows, State
from bot.storage.transaction import Transaction

STORED_TOGETHER = 50  # parts of one transaction
CHECKED_TOGETHER = 4
NOWHERE = CommunityCode("")  # what is said of rows that are about no community
MEGABYTE = 1024**2


async def receive(tx: Transaction, actor: Actor, file: File) -> DirectoryImportId:
    """What was sent is to be read and checked; the person is told. Raises NotFound, TooLargeAFile."""
    require_coordinator(actor)
    if (file.size or 0) > LARGEST_CLEANED:
        raise TooLargeAFile(limit=LARGEST_CLEANED // MEGABYTE)
    import_id = await directory.add_import(tx, actor.person_id, file.external_id, file.size or 0)
    tell(tx, actor, import_id)
    return import_id


def tell(tx: Transaction, actor: Actor, import_id: DirectoryImportId) -> None:
    """What comes next with the file is done by the letter that says how it ended."""
    name = f"directory:{import_id}"
    tx.outbox.tell(actor.here, DirectoryChecked(import_id), dedupe=name, asked=LetterClass.OWN)


async def own(tx: Transaction, person_id: PersonId, import_id: DirectoryImportId) -> Import:
    """A file that this person has sent, and may still carry out. Raises NotFound."""
    await Author.of(tx, person_id)
    return found(await directory.import_of(tx, import_id, person_id))


async def counts(tx: Transaction, import_id: DirectoryImportId) -> Counts:
    return found(await directory.counts(tx, import_id))


# Reading.


async def keep_read(tx: Transaction, sent: Import, what: Divided | Refusal, position: int) -> int | None:
    """Store what was read, some parts at a time: from `position` on. From where next, None: that is all."""
    if isinstance(what, Refusal):
        await directory.set_state(tx, sent.id, State.REFUSED, fault=what.key)
        return None
    parts = list(what.rows.items())
    for code, rows in parts[position : position + STORED_TOGETHER]:
        directory.add_part(tx, sent.id, Part(code, Rows(tuple(rows))))
    if position + STORED_TOGETHER < len(parts):
        return position + STORED_TOGETHER
    if what.findings:
        directory.add_part(tx, sent.id, Part(NOWHERE, Rows(tuple(what.left))))
        directory.set_findings(tx, sent.id, NOWHERE, tuple(what.findings))
    await directory.set_state(tx, sent.id, State.CHECKING)
    return None


async def cannot_be_read(tx: Transaction, import_id: DirectoryImportId) -> None:
    """Something failed again and again."""
    await directory.set_state(tx, import_id, State.REFUSED, fault=BrokenSpreadsheet.key)


# Checking.


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at so far. `findings`: of the parts whose findings were others before, or were not known."""

    after: CommunityCode = NOWHERE
    findings: Mapping[CommunityCode, tuple[Finding, ...]] = field(default_factory=dict)


async def check_some(tx: Transaction, sent: Import, places: Places) -> Checked:
    """The next parts that were not checked yet."""
    return await _checked(tx, sent, places, await directory.unchecked(tx, sent.id, CHECKED_TOGETHER))


async def keep_some(tx: Transaction, sent: Import, checked: Checked) -> None:
    for code, findings in checked.findings.items():
        directory.set_findings(tx, sent.id, code, findings)
    if not await directory.unchecked(tx, sent.id, 1):
        await directory.set_state(tx, sent.id, State.CHECKED)


async def check_again(tx: Transaction, sent: Import, places: Places, before: Checked) -> tuple[Checked, bool]:
    """The next parts of a file that was confirmed; whether they were the last ones."""
    parts = await directory.some_parts(tx, sent.id, before.after, CHECKED_TOGETHER)
    now = await _checked(tx, sent, places, parts)
    after = parts[-1].community if parts else before.after
    return replace(before, after=after, findings={**before.findings, **now.findings}), len(parts) < CHECKED_TOGETHER


async def keep_again(tx: Transaction, sent: Import, checked: Checked) -> None:
    """Where nothing is otherwise than it was shown, it is carried out."""
    if not checked.findings:
        await directory.set_state(tx, sent.id, State.APPLYING)
        author = await Author.of(tx, sent.person_id)
        audit.write(tx, author.who, "import", "directory", sent.id, oblast=author.oblast)
        return
    for code, findings in checked.findings.items():
        directory.set_findings(tx, sent.id, code, findings)
    await directory.set_state(tx, sent.id, State.CHECKED, changed=True)


async def _checked(tx: Transaction, sent: Import, places: Places, parts: list[Part]) -> Checked:
    author = await Author.of(tx, sent.person_id)
    plans = await acts.check(tx, author, places, {each.community: each.rows for each in parts})
    return Checked(findings={each.community: plans[each.community].findings for each in parts if differs(each, plans)})


def differs(part: Part, plans: Mapping[CommunityCode, Plan]) -> bool:
    return part.findings is None or part.found != plans[part.community].findings


# What its sender decides.


async def confirm(tx: Transaction, actor: Actor, import_id: DirectoryImportId) -> None:
    """Raises NotFound, OldButton."""
    sent = await own(tx, actor.person_id, import_id)
    counted = await counts(tx, sent.id)
    if sent.state is not State.CHECKED or counted.errors or not counted.created + counted.changed:
        raise OldButton
    await directory.set_state(tx, sent.id, State.CONFIRMED)
    tell(tx, actor, sent.id)


async def cancel(tx: Transaction, actor: Actor, import_id: DirectoryImportId) -> None:
    """Raises NotFound, OldButton."""
    sent = await own(tx, actor.person_id, import_id)
    if sent.state is not State.CHECKED:
        raise OldButton
    await directory.set_state(tx, sent.id, State.CANCELLED)


# Carrying it out.


async def apply_next(tx: Transaction, sent: Import, places: Places) -> None:
    """The next community. Its findings say what was done; where one is an error, nothing was done in it."""
    part = await directory.next_part(tx, sent.id)
    if part is None:
        await directory.set_state(tx, sent.id, State.DONE)
        return
    planned = await acts.apply(tx, await Author.of(tx, sent.person_id), places, part.community, part.rows)
    directory.set_findings(tx, sent.id, part.community, planned.findings)
    await directory.note_applied(tx, sent.id, part.community)
