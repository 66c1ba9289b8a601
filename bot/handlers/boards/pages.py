"""What officers and coordinators do with boards, in their private chat."""

from bot.domain.refusals import NotFound
from bot.handlers.boards.buttons import AskUnbind, BoardCode, Boards, UnbindBoard
from bot.handlers.boards.group import code_payload
from bot.handlers.communities.buttons import CommunityPage
from bot.handlers.officers.buttons import PostMore
from bot.handlers.paging import back
from bot.handlers.places import community_at, community_name
from bot.services import boards
from bot.storage import boards as stored_boards
from bot.storage import communities
from bot.storage.boards import Board
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.links import link_to
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Link, Screen


async def draw_boards(to: Addressee, button: Boards) -> Screen:
    found = await boards.of_community(to.tx, to.person_id, button.community)
    say = to.say
    lines = [community_name(say, community_at(to.register, button.community)), say("boards-explained")]
    rows: list[list[Label]] = []
    for board in found:
        lines += ["", *await board_lines(to, board)]
        rows.append([(say("board-unbind-button", title=board.title), AskUnbind(board.chat_id, button.community))])
    if await may_bind(to):
        rows.append([(say("board-code-button"), BoardCode(button.community))])
    elif not found:
        lines.append(say("boards-none"))
    return Screen(say("boards-title"), lines, buttons=[*rows, *back(to, await way_back(to, button.community))])


async def board_lines(to: Addressee, board: Board) -> list[str]:
    """Which group it is, whose cases it shows, and whether the bot can write there."""
    say = to.say
    names = [say.place(area.name) for area in await stored_boards.areas_of(to.tx, board.chat_id)]
    lines = [board.title, say("board-areas", areas=", ".join(names))]
    return lines if board.can_post else [*lines, say("board-cannot-write")]


async def may_bind(to: Addressee) -> bool:
    try:
        await boards.may_bind(to.tx, to.person_id)
    except NotFound:
        return False
    return True


async def way_back(to: Addressee, community: str) -> Button:
    coordinates = await communities.coordinated(to.tx, community, to.person_id) is not None
    return CommunityPage(community) if coordinates else PostMore()


async def ask_code(context: Context, button: BoardCode) -> None:
    await boards.may_bind(context.tx, context.actor.person_id)
    context.show(button)


async def draw_code(to: Addressee, button: BoardCode) -> Screen:
    code = await boards.code_of(to.tx, to.person_id)
    say, officer = to.say, await boards.may_bind(to.tx, to.person_id)
    names = [say.place(area.name) for area in await boards.free_areas(to.tx, officer)]
    link = f"{link_to(to.bot_username)}?startgroup={code_payload(code)}"
    lines = [
        say("board-code-how"),
        say("board-code-type", code=code),
        say("board-code-lasts"),
        say("board-areas", areas=", ".join(names)),
    ]
    rows: list[list[Label]] = [[(say("board-add-button"), Link(link))], *back(to, Boards(button.community))]
    return Screen(say("board-code-title"), lines, buttons=rows)


async def draw_ask_unbind(to: Addressee, button: AskUnbind) -> Screen:
    board, say = await boards.managed(to.tx, to.person_id, button.chat_id), to.say
    rows: list[list[Label]] = [
        [(say("board-unbind-yes-button"), UnbindBoard(board.chat_id, button.community))],
        *back(to, Boards(button.community)),
    ]
    return Screen(say("board-unbind-title"), [*await board_lines(to, board), say("board-unbind-means")], buttons=rows)


async def unbind(context: Context, button: UnbindBoard) -> None:
    await boards.unbind(context.tx, context.actor, button.chat_id)
    context.answer(context.say("board-unbound"))
    context.show(Boards(button.community))
