"""What happens in the station's group, and what a board shows there. Nothing that is written in it is answered."""

from collections.abc import Mapping, Sequence

from bot.domain.boards import BoardBound, BoardLeft, BoardLooked, BoardMorning, BoardPost, LineState, Shows
from bot.domain.community_chats import ChatSeen
from bot.domain.letters import Letter
from bot.domain.policy import KYIV
from bot.handlers.cases.buttons import case_payload
from bot.services import boards
from bot.storage import boards as stored_boards
from bot.storage import community_chats, people
from bot.storage.boards import Line, Load
from bot.surface.context import Context
from bot.surface.incoming import ChatCommand
from bot.surface.links import link_to
from bot.surface.outgoing import Edit, Effect, Leave, Look, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.routes import OnChatCommand
from bot.surface.screens import Label, Link, Screen

# Binding.

BY_LINK = "b-"


def code_payload(code: str) -> str:
    """What the link carries by which an officer adds the bot to the group."""
    return f"{BY_LINK}{code}"


async def bind(context: Context, command: ChatCommand) -> None:
    """/board with a code behind it."""
    await take_code(context, command, command.words)


async def start(context: Context, command: ChatCommand) -> None:
    """What Telegram writes in the officer's name when the bot was added by the link."""
    if command.words.startswith(BY_LINK):
        await take_code(context, command, command.words.removeprefix(BY_LINK))


async def take_code(context: Context, command: ChatCommand, code: str) -> None:
    author = await people.actor(context.tx, command.author_id) if command.author_id is not None else None
    await boards.bind(context.tx, command.chat_id, author, code)


COMMANDS: Mapping[str, OnChatCommand] = {"board": bind, "start": start}


async def render_bound(to: Addressee, letter: BoardBound) -> Sequence[Effect]:
    if await stored_boards.by_id(to.tx, to.chat_id) is None:
        return []
    names = [to.say.place(area.name) for area in await stored_boards.areas_of(to.tx, to.chat_id)]
    lines = [to.say("board-areas", areas=", ".join(names)), to.say("board-here")]
    return [Show(Screen(to.say("boards-title"), lines))]


# Cases.


async def render_post(to: Addressee, letter: BoardPost) -> Sequence[Effect]:
    post = await stored_boards.post(to.tx, letter.post_id)
    if post is None:
        return []
    lines = await stored_boards.lines_of(to.tx, post.id)
    screen = Screen(lines=[line_of(to, line) for line in lines], buttons=open_rows(to, lines))
    if post.message_id is not None:
        return [Edit(post.message_id, screen, paced=True)]
    is_silent = to.tx.policy.notices.is_quiet(to.tx.now) and not any(line.urgent for line in lines)
    return [Show(screen, silent=is_silent)]


def shown_of(line: Line) -> Shows:
    return Shows(line.state, line.category, line.anonymous, line.occupied)


def line_of(to: Addressee, line: Line) -> str:
    say, shows = to.say, shown_of(line)
    parts = [say("board-urgent")] if line.urgent and shows.is_open else []
    parts.append(line.number)
    if shows.place and line.settlement is not None:
        parts.append(say.place(to.register.settlement(line.settlement).name))
    if line.state is LineState.LED and line.name is not None:
        parts.append(say("board-led", officer=officer_of(to, line)))
    else:
        parts.append(say(f"board-{'led-by-coordinator' if line.state is LineState.LED else line.state}"))
    return " · ".join(parts)


def officer_of(to: Addressee, row: Line | Load) -> str:
    return to.say("officer-who", rank=to.say.rank(row.rank or ""), name=to.say.person(row.name or ""))


def open_rows(to: Addressee, lines: Sequence[Line]) -> list[list[Label]]:
    """The way to each case that is open, in private, where it opens at its desk alone."""
    found = [line for line in lines if shown_of(line).is_open]
    alone = len(lines) == 1
    return [
        [
            (
                to.say("board-open-button") if alone else to.say("board-open-one-button", number=line.number),
                Link(link_to(to.bot_username, case_payload(line.case_id))),
            )
        ]
        for line in found
    ]


async def post_sent(to: Addressee, letter: BoardPost, sent: Sequence[Sent]) -> None:
    post = await stored_boards.post(to.tx, letter.post_id)
    if post is not None and post.message_id is None and sent:
        await stored_boards.set_message(to.tx, post.id, sent[-1].message_id)


# In the morning.


async def render_morning(to: Addressee, letter: BoardMorning) -> Sequence[Effect]:
    """Void on another day, where it has waited for so long, and where nothing is open."""
    if letter.day != to.tx.now.astimezone(KYIV).date() or await stored_boards.by_id(to.tx, to.chat_id) is None:
        return []
    loads = await stored_boards.load_of(to.tx, to.chat_id)
    if not loads:
        return []
    say, total = to.say, sum(each.open for each in loads)
    lines = [counted(to, say("board-open"), total, sum(each.overdue for each in loads))]
    for each in loads:
        whose = say("board-of-none") if each.officer_id is None else officer_of(to, each)
        lines.append(counted(to, whose, each.open, each.overdue))
    return [Show(Screen(say("board-morning-title"), lines), silent=True)]


def counted(to: Addressee, whose: str, number: int, overdue: int) -> str:
    key = "board-load-overdue" if overdue else "board-load"
    return to.say(key, whose=whose, number=number, overdue=overdue)


# What is not as it was.


async def look_at_it(to: Addressee, letter: Letter) -> None:
    """A letter was refused: what the bot may do in the group is not what was known."""
    boards.look(to.tx, to.chat_id)


async def render_look(to: Addressee, letter: BoardLooked) -> Sequence[Effect]:
    return [Look()] if await stored_boards.by_id(to.tx, to.chat_id) is not None else []


async def looked(to: Addressee, letter: BoardLooked, seen: ChatSeen) -> None:
    await boards.looked(to.tx, to.chat_id, seen)


async def look_failed(to: Addressee, letter: BoardLooked) -> None:
    await boards.gone(to.tx, to.chat_id)


async def render_left(to: Addressee, letter: BoardLeft) -> Sequence[Effect]:
    """Void where the group has become a board again, or a community's chat."""
    is_bound = await stored_boards.by_id(to.tx, to.chat_id) is not None
    if is_bound or await community_chats.by_id(to.tx, to.chat_id) is not None:
        return []
    return [Show(Screen(lines=[to.say("board-unbound-here")])), Leave()] if letter.says else [Leave()]


async def left_failed(to: Addressee, letter: BoardLeft) -> None:
    """Where the word was refused, it leaves without one."""
    if letter.says:
        boards.leave(to.tx, to.chat_id, says=False)
