"""Merging: what becomes of the rows of the case that is merged."""

from bot.domain.ids import CaseId, ChatId
from bot.storage import case_lists, copies, enqueue, merges, shown_lists
from bot.storage.copies import add_copy
from bot.storage.transaction import Store, Transaction
from tests.storage import village

CHAT = ChatId(1)
LEADS_ON = {copies.CARD, copies.OWN_CASE}  # what is drawn again, and says where the case goes on
ASKS = {copies.PROMPT, copies.NOTE_PROMPT}  # found by the case of its dialog
TEXT, PUSH, DANGER = 0, -3, -6
OF_TEXT = {
    TEXT, PUSH, DANGER, case_lists.PAGE, copies.PREVIEW, enqueue.FOLDED, copies.TYPED, copies.PAPER, copies.NOTED,
    copies.CODE, copies.RECALLED,
}  # fmt: skip


async def two(tx: Transaction) -> tuple[CaseId, CaseId]:
    area = await village.area(tx)
    return await village.case(tx, area), await village.case(tx, area)


async def test_of_a_merged_case_a_chat_keeps_only_what_leads_on_or_asks(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        case, other = await two(tx)
        for place, piece in enumerate(sorted(LEADS_ON | ASKS | OF_TEXT), 1):
            add_copy(tx, CHAT, place, other, None, piece=piece)
        await merges.bring_copies(tx, other, case)
        assert {each.piece for each in await copies.copies_in(tx, other, CHAT)} == LEADS_ON | ASKS
        assert {each.piece for each in await copies.copies_in(tx, case, CHAT)} == OF_TEXT

    await store.transact(story)


async def test_lists_that_show_either_case_show_the_one_that_goes_on(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        case, other = await two(tx)
        person = await village.person(tx)
        [chat] = await tx.column(ChatId, "select chat_id from persons where id = :person", person=person)
        shown_lists.note(tx, chat, 1, "list", [case, other])
        shown_lists.note(tx, chat, 2, "list", [other])
        await merges.bring_copies(tx, other, case)
        assert await shown_lists.with_words_of(tx, chat, case) == [1, 2]
        assert await shown_lists.with_words_of(tx, chat, other) == []

    await store.transact(story)
