"""The council's people: who they are, inviting another one, and ending what one is entrusted with."""

from collections.abc import Sequence

from bot.domain.people import CouncilPost
from bot.handlers.communities.buttons import RevokeInvitation
from bot.handlers.joining.buttons import (
    AskEndMember,
    AskLockMember,
    ChooseCouncilPost,
    CouncilPage,
    EndMember,
    InviteToCouncil,
    JoiningPage,
    LockMember,
    MemberPage,
    PrintInvitation,
    UnlockMember,
)
from bot.handlers.joining.dialogs import NamingMember
from bot.handlers.joining.page import ask, cancel_row, look, words_of
from bot.handlers.officers.buttons import Proposal
from bot.handlers.paging import back
from bot.handlers.places import community_at, community_name
from bot.register import CommunityCode
from bot.services import councils, invitations, joining
from bot.storage import council
from bot.storage import invitations as stored_invitations
from bot.storage.council import Member
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def draw_council(to: Addressee, button: CouncilPage) -> Screen:
    """Who is of it; and, for a person who may choose others, who is invited."""
    place, say = await joining.seen(to.tx, to.person_id, button.community), to.say
    members = await council.given(to.tx, place.code)
    lines = [community_name(say, community_at(to.register, place.code))]
    lines += [member_line(to, each) for each in members] or [say("council-nobody")]
    rows = [*await member_rows(to, members), *await invited_rows(to, place.code)]
    if await posts_to_choose(to, place.code):
        rows.append([(say("council-invite-button"), ChooseCouncilPost(place.code))])
    return Screen(say("council-title"), lines, buttons=[*rows, *back(to, JoiningPage(place.code))])


async def member_rows(to: Addressee, members: Sequence[Member]) -> list[list[Label]]:
    managed = [each for each in members if await councils.may_manage(to.tx, to.person_id, each)]
    return [[(name_of(to, each), MemberPage(each.id))] for each in managed]


async def draw_member(to: Addressee, button: MemberPage) -> Screen:
    member, say = await councils.managed(to.tx, to.person_id, button.part_id), to.say
    access: Label = (say("staff-lock-button"), AskLockMember(member.id))
    if member.locked_at is not None:
        access = (say("staff-unlock-button"), UnlockMember(member.id))
    rows: list[list[Label]] = [[access], [(say("council-end-button"), AskEndMember(member.id))]]
    lines = [member_line(to, member), say("council-since", date=say.date(member.since))]
    return Screen(say("council-title"), lines, buttons=[*rows, *back(to, CouncilPage(member.community))])


async def invited_rows(to: Addressee, community: CommunityCode) -> list[list[Label]]:
    """One that a person has proposed by is looked at, any other can only be taken back."""
    rows: list[list[Label]] = []
    for each in await stored_invitations.undecided_to_council(to.tx, community):
        if await invitations.may_decide(to.tx, to.person_id, each):
            name = each.name or to.say("invitation-unnamed")
            waits = each.proposed_by is not None
            key = "invitation-proposal-button" if waits else "invitation-revoke-button"
            rows.append([(to.say(key, name=name), Proposal(each.id) if waits else RevokeInvitation(each.id))])
        if await invitations.may_print(to.tx, to.person_id, each):
            rows[-1].append((to.say("council-letter-button"), PrintInvitation(each.id)))
    return rows


def name_of(to: Addressee, member: Member) -> str:
    return to.say.person(member.name or "") or to.say("invitation-unnamed")


def member_line(to: Addressee, member: Member) -> str:
    """«Голова громади: …», and whether they are locked."""
    line = to.say("council-member", post=to.say(f"council-post-{member.post}"), name=name_of(to, member))
    return line if member.locked_at is None else to.say("staff-locked-label", name=line)


async def posts_to_choose(to: Addressee, community: str) -> list[CouncilPost]:
    return [each for each in CouncilPost if await invitations.may_choose(to.tx, to.person_id, community, each)]


async def draw_posts(to: Addressee, button: ChooseCouncilPost) -> Screen:
    place = await joining.seen(to.tx, to.person_id, button.community)
    rows: list[list[Label]] = [
        [(to.say(f"council-post-{post}"), InviteToCouncil(place.code, post))]
        for post in await posts_to_choose(to, place.code)
    ]
    lines = [to.say("council-whom")]
    return Screen(to.say("council-invite-title"), lines, buttons=[*rows, *back(to, CouncilPage(place.code))])


async def ask_name(context: Context, button: InviteToCouncil) -> None:
    code = await invitations.require_choice(context.tx, context.actor, button.community, button.post)
    await ask(context, NamingMember(code, button.post), button)


async def draw_ask_name(to: Addressee, button: InviteToCouncil) -> Screen:
    place, say = await joining.seen(to.tx, to.person_id, button.community), to.say
    lines = [say(f"council-post-{button.post}"), say("council-ask-name"), say("invitation-ask-name-why")]
    return Screen(say("council-invite-title"), lines, buttons=cancel_row(to, CouncilPage(place.code)))


async def take_name(context: Context, message: PrivateMessage, dialog: NamingMember) -> None:
    """The link comes as a message of its own, to be sent on."""
    await councils.invite(context.tx, context.actor, dialog.community, dialog.post, words_of(message))
    await look(context, CouncilPage(dialog.community))


async def draw_ask_end(to: Addressee, button: AskEndMember) -> Screen:
    member = await councils.managed(to.tx, to.person_id, button.part_id)
    rows: list[list[Label]] = [[(to.say("council-end-yes-button"), EndMember(member.id))]]
    lines = [member_line(to, member), to.say("council-end-means")]
    return Screen(to.say("council-end-title"), lines, buttons=[*rows, *back(to, MemberPage(member.id))])


async def end(context: Context, button: EndMember) -> None:
    community = await councils.end(context.tx, context.actor, button.part_id)
    context.answer(context.say("council-ended"))
    await look(context, CouncilPage(community))


async def draw_ask_lock(to: Addressee, button: AskLockMember) -> Screen:
    member, say = await councils.managed(to.tx, to.person_id, button.part_id), to.say
    rows: list[list[Label]] = [[(say("staff-lock-yes-button"), LockMember(member.id))]]
    lines = [member_line(to, member), say("council-lock-means")]
    return Screen(say("council-lock-title"), lines, buttons=[*rows, *back(to, MemberPage(member.id))])


async def lock(context: Context, button: LockMember) -> None:
    await councils.lock(context.tx, context.actor, button.part_id)
    context.answer(context.say("staff-locked-now"))
    await look(context, MemberPage(button.part_id))


async def unlock(context: Context, button: UnlockMember) -> None:
    await councils.unlock(context.tx, context.actor, button.part_id)
    context.answer(context.say("staff-unlocked-now"))
    await look(context, MemberPage(button.part_id))
