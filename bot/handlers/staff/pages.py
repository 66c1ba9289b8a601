"""What a coordinator sees of those whom they manage, and does with them."""

from bot.domain.ids import PersonId
from bot.domain.letters import PlainText
from bot.domain.people import Role, Scope, require_coordinator
from bot.domain.refusals import NotFound
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.paging import PAGE, back, page_of, turning
from bot.handlers.places import community_at, community_name
from bot.handlers.staff.buttons import AskEnd, AskLock, End, Lock, StaffList, StaffPage, Unlock
from bot.services import staff
from bot.services.communities import coordinator_parts
from bot.storage import officers
from bot.storage import staff as stored
from bot.storage.staff import HeldPart
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def look(context: Context, button: StaffList | StaffPage | AskEnd | AskLock) -> None:
    """The screen itself checks the right to the person."""
    require_coordinator(context.actor)
    context.show(button)


async def draw_list(to: Addressee, button: StaffList) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    people = await stored.managed(to.tx, to.person_id)
    rows: list[list[Label]] = [
        [(await label_of(to, person), StaffPage(person))] for person in page_of(people, button.page)
    ]
    rows += turning(to, len(people), button.page, StaffList(button.page - 1), StaffList(button.page + 1), size=PAGE)
    lines = [to.say("staff-explained" if people else "staff-nobody")]
    return Screen(to.say("staff-title"), lines, buttons=[*rows, *back(to, CoordinatorHome())])


async def label_of(to: Addressee, person_id: PersonId) -> str:
    parts = await stored.parts_of(to.tx, person_id)
    name = await name_of(to, person_id, parts)
    locked = await stored.is_locked(to.tx, person_id)
    return to.say("staff-locked-label", name=name) if locked else name


async def name_of(to: Addressee, person_id: PersonId, parts: list[HeldPart]) -> str:
    """An officer by rank and name; a coordinator of whom we know no more, by what they coordinate and since when."""
    card = await officers.of_person(to.tx, person_id)
    if card is not None and card.name:
        return to.say("officer-who", rank=to.say.rank(card.rank), name=to.say.person(card.name))
    if not parts:
        raise NotFound
    return to.say("staff-since", place=place_of(to, parts[0]), date=to.say.date(parts[0].since))


def place_of(to: Addressee, held: HeldPart) -> str:
    """What a part is about."""
    if held.scope is Scope.OBLAST:
        names = {str(each.code): each.name for each in to.register.oblasts}
        return to.say.place(names.get(held.scope_code or "", held.scope_code or ""))
    if held.scope is Scope.COMMUNITY:
        return community_name(to.say, community_at(to.register, held.scope_code or ""))
    return to.say("staff-country")


def entrusted(to: Addressee, held: HeldPart) -> str:
    """«Координує: Запорізька. Початок: …»."""
    key = "staff-speaks-for" if held.role is Role.COUNCIL else "staff-coordinates"
    return to.say(key, place=place_of(to, held), date=to.say.date(held.since))


async def draw_person(to: Addressee, button: StaffPage) -> Screen:
    parts, name = await managed_person(to, button.person_id)
    say, locked = to.say, await stored.is_locked(to.tx, button.person_id)
    lines = [entrusted(to, each) for each in parts]
    if locked:
        lines.append(say("staff-is-locked"))
    rows: list[list[Label]] = [[(say("staff-end-button", place=place_of(to, each)), AskEnd(each.id))] for each in parts]
    access: Label = (say("staff-lock-button"), AskLock(button.person_id))
    if locked:
        access = (say("staff-unlock-button"), Unlock(button.person_id))
    return Screen(name, lines, buttons=[*rows, [access], *back(to, StaffList(0))])


async def managed_person(to: Addressee, person_id: PersonId) -> tuple[list[HeldPart], str]:
    """What a person is entrusted with, and how they are named. Raises NotFound."""
    if not await stored.manages(to.tx, to.person_id, person_id):
        raise NotFound
    parts = await stored.parts_of(to.tx, person_id)
    return parts, await name_of(to, person_id, parts)


async def draw_ask_end(to: Addressee, button: AskEnd) -> Screen:
    held = await stored.held_part(to.tx, button.part_id)
    if held is None:
        raise NotFound
    _, name = await managed_person(to, held.person_id)
    say = to.say
    lines = [entrusted(to, held)]
    if held.role is Role.COORDINATOR:
        lines += [say("staff-end-means"), say(await who_reads_then(to, held))]
    rows: list[list[Label]] = [[(say("staff-end-yes-button"), End(held.id))]]
    return Screen(name, lines, buttons=[*rows, *back(to, StaffPage(held.person_id))])


async def who_reads_then(to: Addressee, held: HeldPart) -> str:
    others = await stored.other_coordinators(to.tx, held.part, held.person_id)
    return "staff-others-read" if others else "staff-nobody-reads"


async def draw_ask_lock(to: Addressee, button: AskLock) -> Screen:
    _, name = await managed_person(to, button.person_id)
    say = to.say
    rows: list[list[Label]] = [[(say("staff-lock-yes-button"), Lock(button.person_id))]]
    return Screen(name, [say("staff-lock-means")], buttons=[*rows, *back(to, StaffPage(button.person_id))])


async def end(context: Context, button: End) -> None:
    await staff.end_part(context.tx, context.actor, button.part_id)
    context.answer(context.say("staff-ended"))
    context.show(StaffList(0))


async def lock(context: Context, button: Lock) -> None:
    await staff.lock(context.tx, context.actor, button.person_id)
    context.answer(context.say("staff-locked-now"))
    context.show(StaffPage(button.person_id))


async def unlock(context: Context, button: Unlock) -> None:
    await staff.unlock(context.tx, context.actor, button.person_id)
    context.answer(context.say("staff-unlocked-now"))
    context.show(StaffPage(button.person_id))


async def lock_by_code(context: Context, code: str) -> None:
    """/lock, or the link on the paper: from any account."""
    if not code:
        context.tell(PlainText("staff-lock-how"))
        return
    try:
        await staff.lock_by_code(context.tx, code)
    except NotFound:
        context.tell(PlainText("staff-code-wrong"))
    else:
        context.tell(PlainText("staff-locked-by-code"))
