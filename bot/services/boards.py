"""The acts on boards: binding the station's group by a code, showing cases there, and letting go of it.

An officer takes the code in private and types it in the group, from their own account. The areas that they serve, and
that have no board yet, are the board's from then on; who binds it is kept nowhere but in the audit. Anybody who serves
one of its areas, or coordinates there, may unbind it. Nothing depends on a board: where one is lost, its officers are
notified once and go on at their desks.
"""

from datetime import date, timedelta

from bot.domain.boards import (
    CODE_LASTS,
    LATELY,
    BoardBound,
    BoardLeft,
    BoardLooked,
    BoardMorning,
    BoardPost,
    NotBound,
    hashed,
    joins_newest,
    new_code,
)
from bot.domain.community_chats import ChatSeen, Membership
from bot.domain.ids import AreaId, BoardPostId, CaseId, ChatId, OfficerId, PersonId
from bot.domain.letters import ChatAt, LetterClass, PersonAt, PlainText
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.storage import audit, community_chats, officers
from bot.storage import boards as stored
from bot.storage.boards import Board, BoardArea
from bot.storage.transaction import Transaction

# Binding.


async def free_areas(tx: Transaction, officer_id: OfficerId) -> list[BoardArea]:
    """The areas of an officer that have no board."""
    return [area for area in await stored.served_by(tx, officer_id) if area.chat_id is None]


async def may_bind(tx: Transaction, person_id: PersonId) -> OfficerId:
    """The officer that this person is, with an area that has no board. Raises NotFound."""
    card = await officers.of_person(tx, person_id)
    if card is None or not await free_areas(tx, card.id):
        raise NotFound
    return card.id


async def code_of(tx: Transaction, person_id: PersonId) -> str:
    """A code for the screen that is being drawn for an officer; an earlier one is void. Raises NotFound.

    It is made here, at the last moment, so that no code is ever stored in the outbox.
    """
    officer_id, code = await may_bind(tx, person_id), new_code()
    await stored.set_code(tx, officer_id, hashed(code), tx.now + CODE_LASTS)
    return code


async def is_expected(tx: Transaction, person_id: PersonId) -> bool:
    """Whether this person, who lets the bot into a group, has a code for it."""
    card = await officers.of_person(tx, person_id)
    return card is not None and await stored.has_code(tx, card.id)


async def bind(tx: Transaction, telegram_id: int, author: Actor | None, code: str) -> None:
    """A code was typed in a group, by this person (None: by one who is not known). The officer is told what came of it,
    in private; a stranger is told nothing.
    """
    holders = await stored.holders_of(tx, hashed(code))
    if author is None or author.officer_id not in holders:
        await _tell_holders(tx, holders)
        if author is not None and not holders and author.officer_id is not None:
            _tell_not_bound(tx, author.person_id, NotBound.WRONG_CODE)
        return
    free = await free_areas(tx, author.officer_id)
    if (reason := await _unfit(tx, telegram_id, free)) is not None:
        _tell_not_bound(tx, author.person_id, reason)
        return
    await stored.use_code(tx, author.officer_id)
    await _bind(tx, telegram_id, author, [area.area_id for area in free])


async def _tell_holders(tx: Transaction, holders: list[OfficerId]) -> None:
    for officer_id in holders:
        if (person_id := await officers.person_of(tx, officer_id)) is not None:
            _tell_not_bound(tx, person_id, NotBound.NOT_IN_PERSON)


def _tell_not_bound(tx: Transaction, person_id: PersonId, reason: NotBound) -> None:
    tx.outbox.tell(PersonAt(person_id), PlainText(f"board-not-bound-{reason}"), dedupe=f"board:{reason}")


async def _unfit(tx: Transaction, telegram_id: int, free: list[BoardArea]) -> NotBound | None:
    """Why this group cannot be a board of these areas."""
    if not free:
        return NotBound.ALL_TAKEN
    if await stored.at(tx, telegram_id) is not None:
        return None
    chat = await community_chats.at(tx, telegram_id)
    if chat is None:
        return NotBound.UNKNOWN
    return NotBound.OF_COMMUNITY if chat.community is not None else None


async def _bind(tx: Transaction, telegram_id: int, actor: Actor, areas: list[AreaId]) -> None:
    board, chat = await stored.at(tx, telegram_id), await community_chats.at(tx, telegram_id)
    if board is None and chat is not None:
        await community_chats.forget(tx, chat.chat_id)  # a group is one or the other
        board = Board(chat.chat_id, chat.title, chat.can_post)
    if board is None:
        return
    await stored.bind(tx, board.chat_id, board.title, areas, can_post=board.can_post)
    await _audit(tx, actor, "bind board", board.chat_id)
    tx.outbox.tell(ChatAt(board.chat_id), BoardBound(), dedupe="board-bound")
    tx.outbox.tell(actor.here, PlainText("board-bound"))


async def _audit(tx: Transaction, actor: Actor, act: str, chat_id: ChatId) -> None:
    by = audit.coordinator(actor.person_id) if actor.officer_id is None else audit.officer(actor.officer_id)
    areas = await stored.areas_of(tx, chat_id)
    audit.write(tx, by, act, "chat", chat_id, areas[0].community if areas else None)


# Letting go of it.


async def managed(tx: Transaction, person_id: PersonId, chat_id: ChatId) -> Board:
    """A board that is this person's to unbind. Raises NotFound."""
    board = await stored.managed(tx, chat_id, person_id)
    if board is None:
        raise NotFound
    return board


async def of_community(tx: Transaction, person_id: PersonId, community: str) -> list[Board]:
    """The boards there that are this person's to unbind. Raises NotFound for a person who does not work there."""
    if not await community_chats.works_in(tx, community, person_id):
        raise NotFound
    return await stored.managed_in(tx, community, person_id)


async def unbind(tx: Transaction, actor: Actor, chat_id: ChatId) -> None:
    """A group is no board any more: the bot leaves it, and the other officers are notified. Raises NotFound."""
    board = await managed(tx, actor.person_id, chat_id)
    await _audit(tx, actor, "unbind board", board.chat_id)
    await _end(tx, board, "board-unbound-by-another", but=actor.person_id)
    leave(tx, board.chat_id)


def leave(tx: Transaction, chat_id: ChatId, *, says: bool = True) -> None:
    tx.outbox.tell(ChatAt(chat_id), BoardLeft(says), dedupe="leave-board")


async def _end(tx: Transaction, board: Board, text: str, but: PersonId | None = None) -> None:
    await _tell_officers(tx, board, text, but)
    await stored.end(tx, board.chat_id)


async def _tell_officers(tx: Transaction, board: Board, text: str, but: PersonId | None = None) -> None:
    for person_id in await stored.officers_of(tx, board.chat_id):
        if person_id != but:
            tx.outbox.tell(PersonAt(person_id), PlainText(text), dedupe=text)


# What Telegram reports of its group.

CAUGHT_UP = timedelta(days=7)  # where the bot can write again, messages of so long a time are brought up to date


async def change_membership(tx: Transaction, seen: Membership) -> bool:
    """Whether it was a board in which the bot was given or refused rights, or from which it was removed."""
    board = await stored.at(tx, seen.telegram_id)
    if board is None:
        return False
    await _become(tx, board, seen.title, inside=seen.rights.inside, can_post=seen.rights.can_post)
    return True


async def _become(tx: Transaction, board: Board, title: str, *, inside: bool, can_post: bool) -> None:
    """The officers are notified where that changes anything for them."""
    if not inside:
        await _end(tx, board, "board-lost-removed")
        return
    await stored.set_state(tx, board.chat_id, title, can_post=can_post)
    if board.can_post != can_post:
        await _tell_officers(tx, board, "board-regained" if can_post else "board-lost-rights")
    if can_post and not board.can_post:
        for post_id in await stored.posts_since(tx, board.chat_id, tx.now - CAUGHT_UP):
            _redraw(tx, board.chat_id, post_id)


async def move(tx: Transaction, telegram_id: int) -> ChatId | None:
    """The group becomes a supergroup: the messages that it has cannot be edited there. None where it is no board."""
    board = await stored.at(tx, telegram_id)
    if board is None:
        return None
    await stored.forget_posts(tx, board.chat_id)
    return board.chat_id


def look(tx: Transaction, chat_id: ChatId) -> None:
    """Ask Telegram whether the bot may write there."""
    tx.outbox.tell(ChatAt(chat_id), BoardLooked(), dedupe="look-board")


async def looked(tx: Transaction, chat_id: ChatId, seen: ChatSeen) -> None:
    """What Telegram answered."""
    board = await stored.by_id(tx, chat_id)
    if board is not None:
        await _become(tx, board, board.title, inside=seen.rights.inside, can_post=seen.rights.can_post)


async def gone(tx: Transaction, chat_id: ChatId) -> None:
    """Telegram shows the bot nothing of the group: it is there no more."""
    board = await stored.by_id(tx, chat_id)
    if board is not None:
        await _end(tx, board, "board-lost-removed")


# What it shows.


async def show(tx: Transaction, case_id: CaseId) -> None:
    """A case that has come to an area is shown on its board, if it is not there yet."""
    unshown = await stored.unshown(tx, case_id)
    if unshown is None:
        return
    newest = await stored.newest(tx, unshown.chat_id, tx.now - LATELY)
    joins = newest is not None and joins_newest(newest.lately, newest.lines, urgent=unshown.urgent)
    post_id = newest.post_id if newest is not None and joins else await stored.add_post(tx, unshown.chat_id)
    await stored.add_line(tx, post_id, case_id)
    asked = LetterClass.DANGER if unshown.urgent else None
    tx.outbox.tell(ChatAt(unshown.chat_id), BoardPost(post_id), dedupe=f"board:{post_id}", asked=asked)


async def change(tx: Transaction, case_id: CaseId) -> None:
    """A case may have changed: what boards show of it, changes with it."""
    for post_id in await stored.note_changes(tx, case_id):
        post = await stored.post(tx, post_id)
        if post is not None:
            _redraw(tx, post.chat_id, post_id)


def _redraw(tx: Transaction, chat_id: ChatId, post_id: BoardPostId) -> None:
    """A new case goes before all that has only changed."""
    tx.outbox.tell(ChatAt(chat_id), BoardPost(post_id), dedupe=f"board:{post_id}", asked=LetterClass.CHEAP)


async def begin_morning(tx: Transaction, day: date) -> None:
    """The morning line of each board; where the bot could not write, it looks whether it can again. A board of which
    every area was closed ends.
    """
    for board in await stored.without_areas(tx):
        await stored.end(tx, board.chat_id)
        leave(tx, board.chat_id)
    for board in await stored.every(tx):
        if board.can_post:
            tx.outbox.tell(ChatAt(board.chat_id), BoardMorning(day), dedupe="board-morning")
        else:
            look(tx, board.chat_id)
