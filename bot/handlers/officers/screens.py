"""Screens of invitations and of an officer's post."""

from collections.abc import Sequence

from bot.domain.ids import AreaId, InvitationId
from bot.domain.invitations import Invitation, InvitedAs
from bot.domain.officers import CHOICES, NEEDED, OPTIONAL, Field, OfficerCard
from bot.domain.refusals import NotFound
from bot.domain.residents import area_token
from bot.handlers.communities.buttons import CommunityPage
from bot.handlers.community_chats.buttons import CommunityChats
from bot.handlers.office_hours.buttons import OfficeHours
from bot.handlers.officers.buttons import (
    AcceptInvitation,
    AskDismissal,
    AskField,
    ChooseValue,
    ClearField,
    ConfirmPost,
    Dismiss,
    Guide,
    Invited,
    MyPost,
    NotNow,
    OfficerPage,
    Path,
    SkipField,
    TakePost,
)
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.services import invitations, officers
from bot.storage import areas, queue
from bot.storage import officers as stored
from bot.storage.officers import Post
from bot.telegram.buttons import Button
from bot.telegram.rendering import Addressee
from bot.telegram.rich import Rich
from bot.telegram.screens import Label, Screen
from bot.texts import Say


def area_link(to: Addressee, area_id: AreaId) -> str:
    """The deep link by which residents reach the officer of an area."""
    return f"https://t.me/{to.bot_username}?start=a-{area_token(area_id)}"


def place_of(to: Addressee, post: Post) -> str:
    community = to.say.place(to.register.community(post.community).name)
    return to.say("post-area", area=post.name, community=community)


def shown_value(say: Say, card: OfficerCard, field: Field) -> str:
    value = card.value(field)
    if value is None:
        return say("post-empty")
    return say.phone(value) if field is Field.PHONE else shown_choice(say, field, value)


def shown_choice(say: Say, field: Field, value: str) -> str:
    """A position and a rank by their texts; all that is typed as it is stored."""
    if field is Field.RANK:
        return say.rank(value)
    return say(f"post-position-{value}") if field is Field.POSITION else value


def card_lines(say: Say, card: OfficerCard, fields: Sequence[Field]) -> list[str]:
    return [say(f"post-line-{field}", value=shown_value(say, card, field)) for field in fields]


def edit_rows(say: Say, card: OfficerCard, fields: Sequence[Field], path: Path) -> list[list[Label]]:
    labels: list[Label] = [(say(f"post-edit-{field}-button"), AskField(card.id, field, path)) for field in fields]
    return [labels[at : at + 2] for at in range(0, len(labels), 2)]


# Invitations.


async def draw_invited(to: Addressee, button: Invited) -> Screen:
    invitation = await invitations.good(to.tx, button.invitation_id)
    say = to.say
    buttons: list[list[Label]] = [
        [(say("invitation-accept-button"), AcceptInvitation(invitation.id))],
        [(say("invitation-not-now-button"), NotNow())],
    ]
    lines = [
        say(f"invitation-to-{invitation.role}", place=await invited_to(to, invitation)),
        say("invitation-from-operator" if invitation.invited_by is None else "invitation-from-coordinator"),
        say("invitation-good-until", time=say.datetime(invitation.expires_at)),
    ]
    return Screen(say("invitation-title"), lines, buttons=buttons)


async def invited_to(to: Addressee, invitation: Invitation) -> str:
    """The place, in words."""
    if invitation.role is InvitedAs.COORDINATOR:
        oblast = next((each for each in to.register.oblasts if each.code == invitation.scope_code), None)
        return to.say("invitation-oblast", oblast=to.say.place(oblast.name)) if oblast else to.say("invitation-country")
    area = await areas.by_id(to.tx, invitation.area_id) if invitation.area_id is not None else None
    if area is None:
        raise NotFound
    return place_of(to, Post(area.id, area.name, area.community))


async def draw_confirm(to: Addressee, button: ConfirmPost) -> Screen:
    invitation = await invitations.good(to.tx, button.invitation_id)
    card = await stored.of_person(to.tx, to.person_id)
    if card is None:
        raise NotFound
    say = to.say
    lines = [await invited_to(to, invitation), *card_lines(say, card, NEEDED), say("post-confirm")]
    rows: list[list[Label]] = [[(say("post-take-button"), TakePost(invitation.id))]]
    rows += edit_rows(say, card, NEEDED, Path.ACCEPTING)
    rows.append([(say("back-button"), Invited(invitation.id))])
    return Screen(say("post-confirm-title"), lines, buttons=rows)


# One field.


async def draw_ask(to: Addressee, button: AskField) -> Screen:
    card = await officers.card_to_edit(to.tx, to.person_id, button.officer_id)
    say, field = to.say, button.field
    lines = [say(f"post-ask-{field}")]
    if card.value(field) is not None:
        lines.append(say("post-now", value=shown_value(say, card, field)))
    labels: list[Label] = [
        (shown_choice(say, field, choice), ChooseValue(card.id, field, button.path, number))
        for number, choice in enumerate(CHOICES.get(field, ()))
    ]
    width = 2 if field is Field.RANK else 1
    choices = [labels[at : at + width] for at in range(0, len(labels), width)]
    return Screen(say(f"post-ask-{field}-title"), lines, buttons=[*choices, *await ways_out(to, button, card)])


async def ways_out(to: Addressee, button: AskField, card: OfficerCard) -> list[list[Label]]:
    """What may be pressed instead of giving a value."""
    say = to.say
    match button.path:
        case Path.FILLING:
            return [[(say("skip-button"), SkipField(card.id, button.field))]]
        case Path.ACCEPTING:
            invitation_id = await stored.invited_by(to.tx, to.person_id)
            return [[(say("back-button"), Invited(invitation_id or InvitationId(0)))]]
        case Path.EDITING:
            own = await stored.of_person(to.tx, to.person_id)
            page: Button = MyPost() if own and own.id == card.id else OfficerPage(card.id)
            clear: list[Label] = [(say("post-clear-button"), ClearField(card.id, button.field))]
            can_clear = button.field in OPTIONAL and card.value(button.field) is not None
            return [*([clear] if can_clear else []), [(say("back-button"), page)]]


# The post.


async def draw_guide(to: Addressee, button: Guide) -> Screen:
    say = to.say
    card = await stored.of_person(to.tx, to.person_id)
    rows: list[list[Label]] = [[(say("hours-own-button"), OfficeHours(card.id))]] if card else []
    return Screen(say("post-guide-title"), [say("post-guide")], buttons=[*rows, [(say("post-mine-button"), MyPost())]])


async def draw_my_post(to: Addressee, button: MyPost) -> Screen:
    card = await stored.of_person(to.tx, to.person_id)
    posts = await stored.posts(to.tx, card.id) if card else []
    if card is None or not posts:
        raise NotFound
    say = to.say
    links = [f"{place_of(to, post)}\n{area_link(to, post.area_id)}" for post in posts]
    rows = edit_rows(say, card, tuple(Field), Path.EDITING)
    rows.append([(say("hours-button"), OfficeHours(card.id))])
    rows += chats_rows(to, posts)
    rows.append([(say("post-guide-button"), Guide())])
    rows.append([(say("back-button"), Menu())])
    body = Rich("\n".join([say("post-links"), *links]))
    return Screen(say("post-mine-title"), card_lines(say, card, tuple(Field)), body, rows)


def chats_rows(to: Addressee, posts: Sequence[Post]) -> list[list[Label]]:
    """The way to the chats of each community that an officer serves."""
    served = list(dict.fromkeys(post.community for post in posts))
    if len(served) == 1:
        return [[(to.say("chats-button"), CommunityChats(served[0]))]]
    names = {code: community_name(to.say, community_at(to.register, code)) for code in served}
    return [[(to.say("chats-of-button", community=names[code]), CommunityChats(code))] for code in served]


# The coordinator's.


async def draw_officer(to: Addressee, button: OfficerPage) -> Screen:
    card = await stored.coordinated(to.tx, button.officer_id, to.person_id)
    posts = await stored.posts(to.tx, button.officer_id)
    if card is None or not posts:
        raise NotFound
    say = to.say
    rows = edit_rows(say, card, tuple(Field), Path.EDITING)
    rows.append([(say("hours-button"), OfficeHours(card.id))])
    rows.append([(say("officer-dismiss-button"), AskDismissal(card.id))])
    rows.append([(say("back-button"), CommunityPage(posts[0].community))])
    body = Rich("\n".join([say("officer-serves"), *(place_of(to, post) for post in posts)]))
    return Screen(say("officer-title"), card_lines(say, card, tuple(Field)), body, rows)


async def draw_dismissal(to: Addressee, button: AskDismissal) -> Screen:
    card = await stored.coordinated(to.tx, button.officer_id, to.person_id)
    if card is None:
        raise NotFound
    say = to.say
    lines = [
        say("officer-who", rank=say.rank(card.rank), name=card.name),
        say("officer-open-cases", count=await queue.open_of_officer(to.tx, card.id)),
        say("officer-dismissal-means"),
    ]
    rows: list[list[Label]] = [
        [(say("officer-dismiss-yes-button"), Dismiss(card.id))],
        [(say("back-button"), OfficerPage(card.id))],
    ]
    return Screen(say("officer-dismissal-title"), lines, buttons=rows)
