"""«Мій кабінет»: what an officer sees and changes of their own post."""

from collections.abc import Sequence

from bot.domain.case_lists import Tab
from bot.domain.ids import AreaId
from bot.domain.invitations import FieldBeforePost
from bot.domain.officers import Field, OfficerCard
from bot.domain.people import require_officer
from bot.domain.refusals import NotFound
from bot.domain.residents import area_token
from bot.handlers import away
from bot.handlers.absences.buttons import AbsencePage
from bot.handlers.boards.buttons import Boards
from bot.handlers.case_lists.buttons import DeskList, SearchCases
from bot.handlers.community_chats.buttons import CommunityChats
from bot.handlers.office_hours.buttons import OfficeHours
from bot.handlers.officers import quiet
from bot.handlers.officers.buttons import Guide, MyPost, Path, PostMore, QuietPage
from bot.handlers.officers.card import card_lines, edit_rows
from bot.handlers.officers.dialogs import FieldOfCard
from bot.handlers.offices.buttons import AreaOffice
from bot.handlers.paging import back
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.handlers.priorities.buttons import AreaPriorities
from bot.handlers.ready_texts.buttons import ReadyTexts
from bot.handlers.walk_ins.buttons import RecordCall
from bot.storage import dialogs, quiet_times
from bot.storage import officers as stored_officers
from bot.storage.officers import Post
from bot.surface.context import Context
from bot.surface.links import link_to
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def my_post(context: Context, button: MyPost | PostMore | None = None) -> None:
    """By the label of the menu, by a press, or back from a question."""
    require_officer(context.actor)
    await dialogs.leave(context.tx, context.actor, (FieldOfCard, FieldBeforePost))
    context.show(button or MyPost())


async def draw_my_post(to: Addressee, button: MyPost) -> Screen:
    say, (card, posts) = to.say, await own_posts(to)
    links = [f"{place_of(to, post)}\n{area_link(to, post.area_id)}" for post in posts]
    absent = await away.lines_of(to, card.id)
    hours: list[Label] = [(say("hours-button"), OfficeHours(card.id)), (say("absence-button"), AbsencePage(card.id))]
    more: list[Label] = [(say("post-more-button"), PostMore())]
    still: Label = (say("quiet-button"), QuietPage())
    rows = [hours, [still], more]
    if not absent:
        rows = [*desk_rows(to), hours, [(say("ready-all-button"), ReadyTexts(0)), still], more]
    body = Rich("\n".join([say("post-links"), *links]))
    own_quiet = quiet.lines_of(to, await quiet_times.of_person(to.tx, to.person_id))
    lines = [*absent, *own_quiet, *card_lines(say, card, tuple(Field))]
    return Screen(say("post-mine-title"), lines, body, [*rows, *back(to, Menu())])


def desk_rows(to: Addressee) -> list[list[Label]]:
    """The daily work, for a person who sits at the desk now."""
    say, mine = to.say, DeskList(Tab.MINE, 0, back=False)
    return [
        [(say("menu-desk-button"), mine), (say("case-lists-search-button"), SearchCases())],
        [(say("walk-in-button"), RecordCall())],
    ]


async def draw_more(to: Addressee, button: PostMore) -> Screen:
    say, (card, posts) = to.say, await own_posts(to)
    rows = edit_rows(say, card, tuple(Field), Path.EDITING)
    if not await away.lines_of(to, card.id):  # an officer who is away looks after none of these
        rows += chats_rows(to, posts)
    rows += office_rows(to, posts)
    rows += priority_rows(to, posts)
    rows.append([(say("post-guide-button"), Guide())])
    return Screen(say("post-more-title"), card_lines(say, card, tuple(Field)), buttons=[*rows, *back(to, MyPost())])


async def own_posts(to: Addressee) -> tuple[OfficerCard, list[Post]]:
    """The card and the areas of a person who serves any now. Raises NotFound."""
    card = await stored_officers.of_person(to.tx, to.person_id)
    posts = await stored_officers.posts(to.tx, card.id) if card else []
    if card is None or not posts:
        raise NotFound
    return card, posts


def area_link(to: Addressee, area_id: AreaId) -> str:
    """The deep link by which residents reach the officer of an area."""
    return link_to(to.bot_username, f"a-{area_token(area_id)}")


def place_of(to: Addressee, post: Post) -> str:
    community = to.say.place(to.register.community(post.community).name)
    return to.say("post-area", area=to.say.place(post.name), community=community)


def chats_rows(to: Addressee, posts: Sequence[Post]) -> list[list[Label]]:
    """The way to the chats and the board of each community that an officer serves."""
    say, served = to.say, list(dict.fromkeys(post.community for post in posts))
    if len(served) == 1:
        return [[(say("chats-button"), CommunityChats(served[0]))], [(say("boards-button"), Boards(served[0]))]]
    rows: list[list[Label]] = []
    for code in served:
        name = community_name(say, community_at(to.register, code))
        rows.append([(say("chats-of-button", community=name), CommunityChats(code))])
        rows.append([(say("boards-of-button", community=name), Boards(code))])
    return rows


def office_rows(to: Addressee, posts: Sequence[Post]) -> list[list[Label]]:
    """To the office of each area."""
    if len(posts) == 1:
        return [[(to.say("office-button"), AreaOffice(posts[0].area_id))]]
    return [[(to.say("office-of-button", area=place_of(to, post)), AreaOffice(post.area_id))] for post in posts]


def priority_rows(to: Addressee, posts: Sequence[Post]) -> list[list[Label]]:
    """To the priorities of each area."""
    if len(posts) == 1:
        return [[(to.say("priorities-button"), AreaPriorities(posts[0].area_id))]]
    return [[(to.say("priorities-of-button", area=place_of(to, post)), AreaPriorities(post.area_id))] for post in posts]


async def guide(context: Context, button: Guide) -> None:
    require_officer(context.actor)
    context.show(button)


async def draw_guide(to: Addressee, button: Guide) -> Screen:
    say = to.say
    card = await stored_officers.of_person(to.tx, to.person_id)
    rows: list[list[Label]] = [[(say("hours-own-button"), OfficeHours(card.id))]] if card else []
    return Screen(say("post-guide-title"), [say("post-guide")], buttons=[*rows, [(say("post-mine-button"), MyPost())]])
