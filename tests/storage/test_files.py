"""Files: a body refers to its file by an id, and a file goes with what it was attached to."""

from bot.domain.bodies import Body, File, Kind
from bot.domain.cases import NewMessage, Side
from bot.domain.ids import CaseId
from bot.storage import case_drafts, case_messages, files
from bot.storage.transaction import Store, Transaction
from tests.storage import village

PHOTO = Body(
    Kind.PHOTO, "Ось", file=File(external_id="for sending", external_unique_id="same", size=7, mime="image/jpeg")
)


async def stored(tx: Transaction) -> list[int]:
    return await tx.column(int, "select id from files order by id")


async def message(tx: Transaction, case_id: CaseId, body: Body = PHOTO) -> Body:
    """The body of a new message, as it is read back."""
    message_id = await case_messages.add(tx, case_id, NewMessage(Side.RESIDENT, body, tx.now))
    found = await case_messages.by_id(tx, message_id)
    assert found is not None
    return found.body


async def test_a_stored_body_holds_the_id_of_its_file_alone_and_is_filled_to_be_shown(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        body = await message(tx, await village.case(tx))
        assert body.file is not None
        assert body.file == File(body.file.id)
        assert "for sending" not in str(await tx.column(str, "select body from case_messages"))
        [shown, text] = await files.filled(tx, [body, Body(Kind.TEXT, "слово")])
        assert shown == Body(
            Kind.PHOTO, "Ось", file=File(body.file.id, "for sending", "same", size=7, mime="image/jpeg")
        )
        assert text.file is None

    await store.transact(scene)


async def test_a_file_goes_with_its_case_also_when_a_draft_was_given_to_it(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        resident = await village.person(tx)
        draft, case_id = await village.draft(tx, resident), await village.draft(tx, resident)
        await message(tx, draft)
        await case_messages.move(tx, draft, case_id)
        await case_drafts.delete(tx, [draft])
        assert len(await stored(tx)) == 1
        await case_drafts.delete(tx, [case_id])
        assert await stored(tx) == []

    await store.transact(scene)


async def test_what_is_left_out_of_a_case_leaves_no_file(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        case_id = await village.case(tx)
        left_out, kept = await message(tx, case_id), await message(tx, case_id)
        await files.forget(tx, [left_out])
        assert kept.file is not None
        assert await stored(tx) == [kept.file.id]

    await store.transact(scene)
