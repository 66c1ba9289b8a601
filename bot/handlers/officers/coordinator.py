"""What a coordinator does with an officer: looks, and dismisses. The card is changed as the officer does it."""

from bot.domain.invitations import FieldBeforePost
from bot.domain.officers import Field, OfficerCard
from bot.domain.people import require_coordinator
from bot.domain.refusals import NotFound
from bot.handlers.absences.buttons import AbsencePage
from bot.handlers.communities.buttons import CommunityPage, CoordinatorHome
from bot.handlers.office_hours.buttons import OfficeHours
from bot.handlers.officers.buttons import AskDismissal, Dismiss, OfficerPage, Path
from bot.handlers.officers.card import card_lines, edit_rows
from bot.handlers.officers.dialogs import FieldOfCard
from bot.handlers.officers.post import place_of
from bot.handlers.staff.buttons import AskLock
from bot.services import officers
from bot.storage import absences, dialogs, queue, staff
from bot.storage import officers as stored_officers
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def look(context: Context, button: OfficerPage | AskDismissal) -> None:
    require_coordinator(context.actor)
    await officers.card_to_edit(context.tx, context.actor.person_id, button.officer_id)
    await dialogs.leave(context.tx, context.actor, (FieldOfCard, FieldBeforePost))
    context.show(button)


async def draw_officer(to: Addressee, button: OfficerPage) -> Screen:
    card = await stored_officers.coordinated(to.tx, button.officer_id, to.person_id)
    posts = await stored_officers.posts(to.tx, button.officer_id)
    if card is None or not posts:
        raise NotFound
    say = to.say
    rows = edit_rows(say, card, tuple(Field), Path.EDITING)
    absence: list[Label] = []
    if await absences.may_set(to.tx, to.person_id, card.id):
        absence = [(say("absence-button"), AbsencePage(card.id))]
    rows.append([(say("hours-button"), OfficeHours(card.id)), *absence])
    lines = card_lines(say, card, tuple(Field))
    if await is_own(to, card):
        lines.append(say("officer-own-post"))
    else:
        rows.append([(say("officer-dismiss-button"), AskDismissal(card.id))])
        person = await stored_officers.person_of(to.tx, card.id)
        if person is not None and await staff.manages(to.tx, to.person_id, person):
            rows.append([(say("staff-lock-button"), AskLock(person))])
    rows.append([(say("back-button"), CommunityPage(posts[0].community))])
    body = Rich("\n".join([say("officer-serves"), *(place_of(to, post) for post in posts)]))
    return Screen(say("officer-title"), lines, body, rows)


async def is_own(to: Addressee, card: OfficerCard) -> bool:
    return await stored_officers.person_of(to.tx, card.id) == to.person_id


async def draw_dismissal(to: Addressee, button: AskDismissal) -> Screen:
    card = await stored_officers.coordinated(to.tx, button.officer_id, to.person_id)
    if card is None or await is_own(to, card):
        raise NotFound
    say = to.say
    lines = [
        say("officer-who", rank=say.rank(card.rank), name=say.person(card.name)),
        say("officer-open-cases", count=await queue.open_of_officer(to.tx, card.id)),
        say("officer-dismissal-means"),
    ]
    rows: list[list[Label]] = [
        [(say("officer-dismiss-yes-button"), Dismiss(card.id))],
        [(say("back-button"), OfficerPage(card.id))],
    ]
    return Screen(say("officer-dismissal-title"), lines, buttons=rows)


async def dismiss(context: Context, button: Dismiss) -> None:
    await officers.dismiss(context.tx, context.actor, button.officer_id)
    context.answer(context.say("officer-dismissed"))
    context.show(CoordinatorHome())
