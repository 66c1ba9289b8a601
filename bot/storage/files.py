"""What was attached to messages and notices. A body refers to its file by the id; the rest is in the file's own row."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.bodies import Body, File, FileFault
from bot.domain.ids import CaseId, FileId, NoticeId
from bot.storage.transaction import Transaction


async def kept(tx: Transaction, body: Body, *, case: CaseId | None = None, notice: NoticeId | None = None) -> Body:
    """The body as it is stored: its file has a row, which goes with the case or the notice, and an id."""
    if body.file is None:
        return body
    if body.file.id:
        return replace(body, file=File(body.file.id))
    file_id = await tx.insert(
        """insert into files(
               case_id, notice_id, kind, size, mime, name, external_id, external_unique_id, created_at)
           values (:case, :notice, :kind, :size, :mime, :name, :external_id, :external_unique_id, :now) returning id""",
        case=case,
        notice=notice,
        kind=body.kind,
        size=body.file.size,
        mime=body.file.mime,
        name=body.file.name,
        external_id=body.file.external_id,
        external_unique_id=body.file.external_unique_id,
        now=tx.now,
    )
    return replace(body, file=File(FileId(file_id)))


async def has_any(tx: Transaction, case_id: CaseId) -> bool:
    """Whether anything was attached to what is in a case. Index: files_case."""
    return await tx.exists("select id from files where case_id = :case limit 1", case=case_id)


async def filled(tx: Transaction, bodies: Sequence[Body]) -> list[Body]:
    """The bodies with all that is known of their files: to show them, or to compare. No query where none has one."""
    ids = [body.file.id for body in bodies if body.file is not None and body.file.id]
    if not ids:
        return list(bodies)
    rows = await tx.fetch_all(
        File,
        """select id, external_id, external_unique_id, size, mime, name, passed_id, fault from files
            where id in (:ids)""",
        ids=ids,
    )
    found = {row.id: row for row in rows}
    return [replace(body, file=found.get(body.file.id, body.file)) if body.file else body for body in bodies]


def note_passed(tx: Transaction, file_id: FileId, passed_id: str) -> None:
    """What the other side gets has been uploaded, and goes by this id from now on."""
    tx.later("update files set passed_id = :passed_id where id = :id", id=file_id, passed_id=passed_id)


async def note_fault(tx: Transaction, file_id: FileId, fault: FileFault) -> bool:
    """The file cannot be passed on. False: that was known, or the file is gone."""
    sql = "update files set fault = :fault where id = :id and fault is null returning id"
    return await tx.count(sql, id=file_id, fault=fault) == 1


async def forget(tx: Transaction, bodies: Iterable[Body]) -> None:
    """These bodies are gone, and what was attached to them goes as well."""
    ids = [body.file.id for body in bodies if body.file is not None and body.file.id]
    if ids:
        await tx.execute("delete from files where id in (:ids)", ids=ids)


async def move(tx: Transaction, draft: CaseId, case: CaseId) -> None:
    """A draft's files become another case's. Index: files_case."""
    await tx.execute("update files set case_id = :case where case_id = :draft", case=case, draft=draft)
