"""Boards: which group shows the cases of which areas, and which message of it shows which case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.boards import LineState
from bot.domain.cases import Category
from bot.domain.ids import AreaId, BoardPostId, CaseId, ChatId, OfficerId, PersonId
from bot.register import CommunityCode, SettlementCode
from bot.storage.chats import TELEGRAM
from bot.storage.silence import is_occupied
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Board:
    chat_id: ChatId
    title: str
    can_post: bool


BOARD = "select b.chat_id, b.title, b.can_post from boards b"

# Whether :person serves an area of board b now, or coordinates its community.
MANAGES = """exists (select 1 from board_areas w join areas a on a.id = w.area_id where w.chat_id = b.chat_id
    and (exists (select 1 from seats s where s.area_id = w.area_id and s.person_id = :person)
      or exists (select 1 from coordinations k where k.person_id = :person and k.community = a.community)))"""


async def at(tx: Transaction, telegram_id: int) -> Board | None:
    """By its id at Telegram."""
    return await tx.fetch_one(
        Board,
        f"{BOARD} join chats c on c.id = b.chat_id where c.transport = :transport and c.external_hash in (:hashes)",
        transport=TELEGRAM,
        hashes=tx.keys.hashes(telegram_id),
    )


async def by_id(tx: Transaction, chat_id: ChatId) -> Board | None:
    return await tx.fetch_one(Board, f"{BOARD} where b.chat_id = :chat", chat=chat_id)


async def every(tx: Transaction) -> list[Board]:
    return await tx.fetch_all(Board, f"{BOARD} order by b.chat_id")


async def without_areas(tx: Transaction) -> list[Board]:
    """Boards of which every area was closed."""
    return await tx.fetch_all(
        Board,
        f"""{BOARD} where not exists (select 1 from board_areas w join areas a on a.id = w.area_id
             where w.chat_id = b.chat_id and a.closed_at is null) order by b.chat_id""",
    )


async def managed(tx: Transaction, chat_id: ChatId, person_id: PersonId) -> Board | None:
    """The board, if this person serves one of its areas or coordinates there."""
    return await tx.fetch_one(Board, f"{BOARD} where b.chat_id = :chat and {MANAGES}", chat=chat_id, person=person_id)


async def managed_in(tx: Transaction, community: str, person_id: PersonId) -> list[Board]:
    """The boards with an area of this community that this person may change. Index: areas_community."""
    return await tx.fetch_all(
        Board,
        f"""{BOARD} where b.chat_id in (select y.chat_id from areas x join board_areas y on y.area_id = x.id
                 where x.community = :community and x.closed_at is null)
               and {MANAGES} order by b.chat_id""",
        community=community,
        person=person_id,
    )


@dataclass(frozen=True, slots=True)
class BoardArea:
    """An area, and the board that shows its cases, if any."""

    area_id: AreaId
    name: str
    community: CommunityCode
    chat_id: ChatId | None


AREA = """select a.id as area_id, a.name, a.community, w.chat_id
    from areas a left join board_areas w on w.area_id = a.id"""


async def areas_of(tx: Transaction, chat_id: ChatId) -> list[BoardArea]:
    """The areas of a board that are not closed. Index: board_areas_chat."""
    sql = f"{AREA} where w.chat_id = :chat and a.closed_at is null order by a.id"
    return await tx.fetch_all(BoardArea, sql, chat=chat_id)


async def served_by(tx: Transaction, officer_id: OfficerId) -> list[BoardArea]:
    """The areas that an officer serves now. Index: assignments_officer."""
    sql = f"{AREA} where a.id in (select s.area_id from seats s where s.officer_id = :officer) order by a.id"
    return await tx.fetch_all(BoardArea, sql, officer=officer_id)


async def officers_of(tx: Transaction, chat_id: ChatId) -> list[PersonId]:
    """Those who serve an area of a board now. Index: assignments_area."""
    return await tx.column(
        PersonId,
        """select distinct s.person_id from board_areas w join seats s on s.area_id = w.area_id
            where w.chat_id = :chat and s.person_id is not null order by s.person_id""",
        chat=chat_id,
    )


# What becomes of one.


async def bind(tx: Transaction, chat_id: ChatId, title: str, areas: Sequence[AreaId], *, can_post: bool) -> None:
    """A group is a board, of these areas besides those that it has."""
    await tx.execute(
        """insert into boards(chat_id, title, can_post, bound_at) values (:chat, :title, :post, :now)
           on conflict (chat_id) do nothing""",
        chat=chat_id,
        title=title,
        post=can_post,
        now=tx.now,
    )
    for area_id in areas:
        sql = "insert into board_areas(area_id, chat_id) values (:area, :chat) on conflict (area_id) do nothing"
        await tx.execute(sql, area=area_id, chat=chat_id)


async def set_state(tx: Transaction, chat_id: ChatId, title: str, *, can_post: bool) -> None:
    sql = "update boards set title = :title, can_post = :post where chat_id = :chat"
    await tx.execute(sql, title=title, post=can_post, chat=chat_id)


async def forget_posts(tx: Transaction, chat_id: ChatId) -> None:
    """The messages of a board cannot be edited any more. Indexes: board_posts_chat, board_lines_post."""
    posts = "select id from board_posts where chat_id = :chat"
    await tx.execute(f"delete from board_lines where post_id in ({posts})", chat=chat_id)
    await tx.execute("delete from board_posts where chat_id = :chat", chat=chat_id)


async def end(tx: Transaction, chat_id: ChatId) -> None:
    """The group is no board any more."""
    await forget_posts(tx, chat_id)
    await tx.execute("delete from board_areas where chat_id = :chat", chat=chat_id)
    await tx.execute("delete from boards where chat_id = :chat", chat=chat_id)


# Codes.


async def set_code(tx: Transaction, officer_id: OfficerId, code_hash: str, expires_at: datetime) -> None:
    """The officer's code, instead of an earlier one."""
    await tx.execute(
        """insert into board_codes(officer_id, code_hash, expires_at) values (:officer, :hash, :expires)
           on conflict (officer_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at""",
        officer=officer_id,
        hash=code_hash,
        expires=expires_at,
    )


async def holders_of(tx: Transaction, code_hash: str) -> list[OfficerId]:
    """The officers whose code this is, and holds. Short as it is, two may have the same."""
    sql = "select officer_id from board_codes where code_hash = :hash and expires_at > :now order by officer_id"
    return await tx.column(OfficerId, sql, hash=code_hash, now=tx.now)


async def has_code(tx: Transaction, officer_id: OfficerId) -> bool:
    """Whether the officer has a code that holds."""
    sql = "select officer_id as id from board_codes where officer_id = :officer and expires_at > :now"
    return await tx.exists(sql, officer=officer_id, now=tx.now)


async def sweep_codes(tx: Transaction) -> None:
    """Forget codes that do not hold any more."""
    await tx.execute("delete from board_codes where expires_at <= :now", now=tx.now)


async def use_code(tx: Transaction, officer_id: OfficerId) -> None:
    await tx.execute("delete from board_codes where officer_id = :officer", officer=officer_id)


# Its messages.

# What a board is told of case c, whose line is in post p.
TOLD = """case when c.closed_at is not null then 'ended'
    when not exists (select 1 from board_areas w where w.chat_id = p.chat_id and w.area_id = c.area_id) then 'moved'
    when c.officer_id is not null then 'officer ' || c.officer_id
    when c.coordinator_id is not null then 'coordinator ' || c.coordinator_id
    else 'waiting' end || case when c.emergency then '!' else '' end
    || case when c.anonymous then '' else coalesce(' ' || c.settlement, '') end"""


@dataclass(frozen=True, slots=True)
class Unshown:
    """A case that its board does not show yet."""

    chat_id: ChatId
    urgent: bool


async def unshown(tx: Transaction, case_id: CaseId) -> Unshown | None:
    """Where the case is to be shown: on the board of its area, while anybody serves that. Never a complaint.

    Index: board_lines' key.
    """
    return await tx.fetch_one(
        Unshown,
        """select b.chat_id, c.emergency as urgent
             from cases c join board_areas w on w.area_id = c.area_id join boards b on b.chat_id = w.chat_id
            where c.id = :case and not c.confidential and c.sent_at is not null and c.closed_at is null and b.can_post
              and exists (select 1 from seats s where s.area_id = c.area_id)
              and not exists (select 1 from board_lines l join board_posts p on p.id = l.post_id
                               where l.case_id = c.id and p.chat_id = b.chat_id)""",
        case=case_id,
    )


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest message of a board, how many lines it has, and how many messages were begun lately."""

    post_id: BoardPostId
    lines: int
    lately: int


async def newest(tx: Transaction, chat_id: ChatId, since: datetime) -> Newest | None:
    """None where no message was begun since then. Indexes: board_posts_chat, board_lines_post."""
    lately = "(select count(*) from board_posts q where q.chat_id = p.chat_id and q.posted_at > :since)"
    return await tx.fetch_one(
        Newest,
        f"""select p.id as post_id, (select count(*) from board_lines l where l.post_id = p.id) as lines,
                   {lately} as lately
              from board_posts p where p.chat_id = :chat and p.posted_at > :since
             order by p.posted_at desc, p.id desc limit 1""",
        chat=chat_id,
        since=since,
    )


async def add_post(tx: Transaction, chat_id: ChatId) -> BoardPostId:
    sql = "insert into board_posts(chat_id, posted_at) values (:chat, :now) returning id"
    return BoardPostId(await tx.insert(sql, chat=chat_id, now=tx.now))


async def add_line(tx: Transaction, post_id: BoardPostId, case_id: CaseId) -> None:
    await tx.execute(
        f"""insert into board_lines(case_id, post_id, told)
            select c.id, p.id, {TOLD} from cases c cross join board_posts p where c.id = :case and p.id = :post""",
        case=case_id,
        post=post_id,
    )


async def note_changes(tx: Transaction, case_id: CaseId) -> list[BoardPostId]:
    """The messages in which a case is shown otherwise from now on. Index: the key of board_lines."""
    told = f"""(select {TOLD} from cases c join board_posts p on p.id = board_lines.post_id
        where c.id = board_lines.case_id)"""
    return await tx.column(
        BoardPostId,
        f"update board_lines set told = {told} where case_id = :case and told <> {told} returning post_id",
        case=case_id,
    )


@dataclass(frozen=True, slots=True)
class Post:
    """A message of a board. `message_id`: None until it was sent."""

    id: BoardPostId
    chat_id: ChatId
    message_id: int | None


async def post(tx: Transaction, post_id: BoardPostId) -> Post | None:
    """None where the bot may not write to its board."""
    return await tx.fetch_one(
        Post,
        """select p.id, p.chat_id, p.message_id from board_posts p join boards b on b.chat_id = p.chat_id
            where p.id = :post and b.can_post""",
        post=post_id,
    )


async def posts_since(tx: Transaction, chat_id: ChatId, since: datetime) -> list[BoardPostId]:
    """The messages of a board that were begun since then. Index: board_posts_chat."""
    sql = "select id from board_posts where chat_id = :chat and posted_at > :since order by id"
    return await tx.column(BoardPostId, sql, chat=chat_id, since=since)


async def set_message(tx: Transaction, post_id: BoardPostId, message_id: int) -> None:
    await tx.execute("update board_posts set message_id = :message where id = :post", message=message_id, post=post_id)


@dataclass(frozen=True, slots=True)
class Line:
    """What of a case is known to its board; `domain.boards.Shows` says how much of it is shown."""

    case_id: CaseId
    number: str
    state: LineState
    urgent: bool
    category: Category | None
    anonymous: bool
    occupied: bool
    settlement: SettlementCode | None
    rank: str | None
    name: str | None


async def lines_of(tx: Transaction, post_id: BoardPostId) -> list[Line]:
    """The cases in a message, in their order. Index: board_lines_post."""
    return await tx.fetch_all(
        Line,
        f"""select c.id as case_id, c.number, c.emergency as urgent, c.category, c.anonymous, c.settlement,
                   {is_occupied("c.community")} as occupied, o.rank, o.name,
                   case when c.closed_at is not null then 'ended'
                        when w.area_id is null then 'moved'
                        when c.officer_id is not null or c.coordinator_id is not null then 'led'
                        else 'waiting' end as state
              from board_lines l join board_posts p on p.id = l.post_id join cases c on c.id = l.case_id
              left join board_areas w on w.chat_id = p.chat_id and w.area_id = c.area_id
              left join officers o on o.id = c.officer_id
             where l.post_id = :post order by c.id""",
        post=post_id,
    )


# In the morning.


@dataclass(frozen=True, slots=True)
class Load:
    """What is open with one officer, or (`officer_id` is None) with none."""

    officer_id: OfficerId | None
    rank: str | None
    name: str | None
    open: int
    overdue: int


async def load_of(tx: Transaction, chat_id: ChatId) -> list[Load]:
    """The open cases of a board's areas by officer, most first; no complaints.

    Indexes: board_areas_chat, cases_area.
    """
    return await tx.fetch_all(
        Load,
        """select c.officer_id, o.rank, o.name, count(*) as open,
                  sum(case when c.overdue_at < :now then 1 else 0 end) as overdue
             from board_areas w join cases c on c.area_id = w.area_id
             left join officers o on o.id = c.officer_id
            where w.chat_id = :chat and c.status in ('new', 'in_work', 'waiting', 'answered') and not c.confidential
            group by c.officer_id, o.rank, o.name order by c.officer_id is null, count(*) desc, c.officer_id""",
        chat=chat_id,
        now=tx.now,
    )
