"""Name, telephone and settlement of a call or a visit are corrected, until its person opens the case in the bot."""

from dataclasses import replace

from bot.domain.cases import Case
from bot.domain.refusals import NotFound
from bot.domain.walk_ins import SPOKEN_CONSENT_VERSION, CorrectingCase, NoNameOrPhone
from bot.handlers.cases.buttons import History, MoreActs
from bot.handlers.paging import back
from bot.handlers.places import named, place_at, settlement_name, settlements_in_order
from bot.handlers.walk_ins.buttons import CorrectCase, CorrectPerson, CorrectPlace, ForgetPerson, TakeCorrectPlace
from bot.handlers.walk_ins.form import asks_place, called_by, offered_of, spoken_consent
from bot.register import CommunityCode
from bot.services import walk_ins
from bot.services.cases import access
from bot.storage import cases as stored_cases
from bot.storage import dialogs
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.rich import quoted
from bot.surface.screens import Label, Screen

LISTED = 8  # settlements that are offered


async def open_choice(context: Context, button: CorrectCase) -> None:
    case, _ = await walk_ins.unclaimed_case(context.tx, context.actor, button.case_id)
    await dialogs.leave(context.tx, context.actor, CorrectingCase)
    context.show(CorrectCase(case.id))


async def draw_choice(to: Addressee, button: CorrectCase) -> Screen:
    """What is known, and what of it is to be changed."""
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    if not case.unclaimed:
        history: list[Label] = [(to.say("desk-history-button"), History(case.id))]
        return Screen(case.number or "", [to.say("walk-in-claimed")], buttons=[history])
    lines, rows = await known(to, case), list[list[Label]]()
    rows.append([(to.say("walk-in-correct-person-button"), CorrectPerson(case.id, consented=False))])
    rows.append([(to.say("walk-in-correct-place-button"), CorrectPlace(case.id))])
    if not case.anonymous:
        rows.append([(to.say("walk-in-forget-person-button"), ForgetPerson(case.id, sure=False))])
    lines.append(to.say("walk-in-correct"))
    return Screen(case.number or "", lines, buttons=[*rows, *back(to, MoreActs(case.id))])


async def known(to: Addressee, case: Case) -> list[str]:
    say, link = to.say, await stored_cases.link(to.tx, case.id)
    name, phone = (link.name, link.phone) if link is not None else (None, None)
    lines = [say("walk-in-called", name=name) if name else say("case-unnamed")]
    lines += [say("case-phone", phone=say.phone(phone))] if phone else []
    if case.settlement is not None:
        lines.append(say("case-place", place=say.place(to.register.settlement(case.settlement).name)))
    return lines


# Name and telephone.


async def ask_person(context: Context, button: CorrectPerson) -> None:
    """What is typed next; of a person who has not agreed to it, only once they have."""
    case, _ = await walk_ins.unclaimed_case(context.tx, context.actor, button.case_id)
    if button.consented or case.spoken_consent is not None:
        await dialogs.begin(context.tx, context.actor, CorrectingCase(case.id, place=False, consented=button.consented))
        button = CorrectPerson(case.id, consented=True)
    context.show(button)


async def draw_ask_person(to: Addressee, button: CorrectPerson) -> Screen:
    case, say = await access.seen_at_desk(to.tx, to.person_id, button.case_id), to.say
    if button.consented:
        cancel: list[Label] = [(say("cancel-button"), CorrectCase(case.id))]
        return Screen(case.number or "", [say("walk-in-correct-person")], buttons=[cancel])
    agreed: list[Label] = [(say("walk-in-agreed-button"), CorrectPerson(case.id, consented=True))]
    text = quoted(spoken_consent(to, SPOKEN_CONSENT_VERSION))
    return Screen(say("walk-in-consent-title"), (), text, [agreed, *back(to, CorrectCase(case.id))])


async def forget_person(context: Context, button: ForgetPerson) -> None:
    """After asking once: what there was is kept nowhere else."""
    if not button.sure:
        await walk_ins.unclaimed_case(context.tx, context.actor, button.case_id)
        context.show(button)
        return
    await walk_ins.forget_person(context.tx, context.actor, button.case_id)
    await dialogs.leave(context.tx, context.actor, CorrectingCase)
    context.show(CorrectCase(button.case_id))


async def draw_ask_forget(to: Addressee, button: ForgetPerson) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    yes: list[Label] = [(to.say("walk-in-forget-yes-button"), ForgetPerson(case.id, sure=True))]
    lines = [*await known(to, case), to.say("walk-in-ask-forget")]
    return Screen(case.number or "", lines, buttons=[yes, *back(to, CorrectCase(case.id))])


# The settlement.


async def ask_place(context: Context, button: CorrectPlace) -> None:
    case, _ = await walk_ins.unclaimed_case(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, CorrectingCase(case.id, place=True))
    context.show(button)


async def draw_ask_place(to: Addressee, button: CorrectPlace) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    if case.community is None:
        raise NotFound
    dialog = await dialogs.open_in(to.tx, to.person_id, to.chat_id, CorrectingCase, to.thread_id)
    typed = dialog.typed if dialog is not None and dialog.case_id == case.id else ""
    offered = list(offered_of(to, case.community, typed))[:LISTED]
    rows: list[list[Label]] = [
        [(settlement_name(to.say, each), TakeCorrectPlace(case.id, each.code))] for each in offered
    ]
    cancel: list[Label] = [(to.say("cancel-button"), CorrectCase(case.id))]
    asks = asks_place(to, typed=bool(typed), offers=bool(offered))
    return Screen(case.number or "", [asks], buttons=[*rows, cancel])


async def take_place(context: Context, button: TakeCorrectPlace) -> None:
    case, _ = await walk_ins.unclaimed_case(context.tx, context.actor, button.case_id)
    place = place_at(context.tools.register, case.community or "", button.settlement)
    await walk_ins.correct_place(context.tx, context.actor, case.id, place.settlement)
    await dialogs.leave(context.tx, context.actor, CorrectingCase)
    context.show(CorrectCase(case.id))


# What is typed.


async def take(context: Context, message: PrivateMessage, dialog: CorrectingCase) -> None:
    """Raises NoNameOrPhone, and what correcting raises."""
    case, _ = await walk_ins.unclaimed_case(context.tx, context.actor, dialog.case_id)
    if dialog.place:
        await find_place(context, " ".join(message.text.split()), dialog, case.community)
        return
    called = called_by(message)
    if called is None:
        raise NoNameOrPhone
    await walk_ins.correct_person(context.tx, context.actor, case.id, called, consented=dialog.consented)
    await dialogs.end(context.tx, context.actor)
    context.show(CorrectCase(case.id), as_new=True)


async def find_place(context: Context, typed: str, dialog: CorrectingCase, community: CommunityCode | None) -> None:
    """The settlement of this name, or the list of those that come near."""
    if community is None:
        raise NotFound
    settlements = settlements_in_order(context.tools.register, community)
    exact, _ = named(context.tools.search, settlements, community, typed)
    if len(exact) != 1:
        await dialogs.begin(context.tx, context.actor, replace(dialog, typed=typed))
        context.show(CorrectPlace(dialog.case_id), as_new=True)
        return
    await walk_ins.correct_place(context.tx, context.actor, dialog.case_id, exact[0].code)
    await dialogs.end(context.tx, context.actor)
    context.show(CorrectCase(dialog.case_id), as_new=True)


async def leave(context: Context, dialog: CorrectingCase) -> bool:
    """«Скасувати», typed."""
    await dialogs.end(context.tx, context.actor)
    context.show(CorrectCase(dialog.case_id), as_new=True)
    return True
