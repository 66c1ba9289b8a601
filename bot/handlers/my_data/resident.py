"""«Мої дані»: how much is kept, having it, withdrawing the consent, cutting a link, erasing all. Each is asked once
more before it is done, and what stays is said before the press.
"""

from datetime import timedelta

from bot.domain.residents import Place
from bot.handlers.cases.buttons import CancelDraft, GiveTo, MyCases, OpenCase
from bot.handlers.my_data.buttons import (
    AskCut,
    AskErase,
    AskWhoseWish,
    AskWithdraw,
    CutLink,
    EraseAll,
    ExportData,
    ForBot,
    LinkIsCut,
    MyData,
    WithdrawConsent,
)
from bot.handlers.people.buttons import Menu
from bot.handlers.places import place_lines
from bot.handlers.residents.buttons import Settings
from bot.services import my_data
from bot.services.cases import access, drafts
from bot.storage.erasures import Held
from bot.storage.my_data import Summary
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen
from bot.texts import Say

# What is kept.


async def show(context: Context) -> None:
    context.show(MyData())


async def show_withdrawing(context: Context) -> None:
    context.show(AskWithdraw())


async def draw(to: Addressee, button: MyData) -> Screen:
    say, found = to.say, await my_data.summary(to.tx, to.person_id)
    rows: list[list[Label]] = [[(say("my-data-export-button"), ExportData())]]
    if found.consent_version is not None:
        rows.append([(say("my-data-withdraw-button"), AskWithdraw())])
    rows.append([(say("my-data-erase-button"), AskErase())])
    lines = [*kept_lines(to, found), "", *terms(to)]
    return Screen(say("my-data-title"), lines, buttons=[*rows, [(say("back-button"), Settings())]])


def kept_lines(to: Addressee, found: Summary) -> list[str]:
    """What there is, a line each; what there is none of is left out."""
    say = to.say
    lines = [say("my-data-chat"), say("my-data-language")]
    if found.consent_version is not None and found.consented_at is not None:
        lines.append(say("my-data-consent", version=found.consent_version, date=say.date(found.consented_at)))
    else:
        lines.append(say("my-data-without-consent"))
    if found.community is not None:
        lines += place_lines(say, to.register, Place(found.community, found.settlement))
    lines.append(say("my-data-cases", count=found.cases, open=found.open_cases))
    if found.messages:
        lines.append(say("my-data-messages", count=found.messages, files=found.attached))
    for key, count in (
        ("my-data-drafts", found.drafts),
        ("my-data-topics", found.topics),
        ("my-data-reminders", found.reminders),
    ):
        if count:
            lines.append(say(key, count=count))
    if found.waits_for_officer:
        lines.append(say("my-data-waits"))
    if found.holds_post:
        lines.append(say("my-data-post"))
    return lines


def terms(to: Addressee) -> list[str]:
    kept = to.tx.policy.retention
    words, links = (term // timedelta(days=1) for term in (kept.words, kept.links))
    return [to.say("my-data-terms", words=words, links=links)]


async def export(context: Context, button: ExportData) -> None:
    my_data.export(context.tx, context.actor)
    context.answer(context.say("my-data-export-coming"))


# The consent.


async def draw_ask_withdraw(to: Addressee, button: AskWithdraw) -> Screen:
    say, found = to.say, await my_data.summary(to.tx, to.person_id)
    back: list[Label] = [(say("back-button"), MyData())]
    if found.consent_version is None:
        return Screen(say("my-data-withdraw-title"), [say("my-data-no-consent")], buttons=[back])
    lines = [say("my-data-withdraw")]
    if found.open_cases:
        lines.append(say("my-data-withdraw-open", count=found.open_cases))
    if found.cases:
        lines.append(say("my-data-withdraw-keeps"))
    yes: list[Label] = [(say("my-data-withdraw-yes-button"), WithdrawConsent())]
    return Screen(say("my-data-withdraw-title"), lines, buttons=[yes, [(say("no-button"), MyData())]])


async def withdraw(context: Context, button: WithdrawConsent) -> None:
    await my_data.withdraw_consent(context.tx, context.actor)
    context.show(button)


async def draw_withdrawn(to: Addressee, button: WithdrawConsent) -> Screen:
    """Says so; and, where they have agreed again since, how things are."""
    found = await my_data.summary(to.tx, to.person_id)
    if found.consent_version is not None:
        return await draw(to, MyData())
    say = to.say
    lines = [say("my-data-withdrawn")] + ([say("my-data-withdraw-keeps")] if found.cases else [])
    rows: list[list[Label]] = [[(say("my-data-erase-button"), AskErase())], [(say("my-data-title"), MyData())]]
    return Screen(say("my-data-withdraw-title"), lines, buttons=rows)


# All of it.


async def draw_ask_erase(to: Addressee, button: AskErase) -> Screen:
    say, found = to.say, await my_data.summary(to.tx, to.person_id)
    held = await my_data.held(to.tx, to.person_id)
    lines = [say("my-data-erase")]
    if found.cases:
        lines.append(say("my-data-erase-cases", count=found.cases, open=found.open_cases))
    lines += held_lines(say, held)
    if found.both_kinds:
        lines.append(say("my-data-erase-both"))
    if found.holds_post:
        lines.append(say("my-data-erase-post"))
    lines += ["", say("my-data-erase-telegram")]
    rows: list[list[Label]] = [
        [(say("my-data-erase-yes-button"), EraseAll())],
        [(say("my-data-export-first-button"), ExportData())],
        [(say("no-button"), MyData())],
    ]
    return Screen(say("my-data-erase-title"), lines, buttons=rows)


NAMED = 5  # held cases that are named by number


def held_lines(say: Say, held: list[Held]) -> list[str]:
    """The cases whose text stays, and why."""
    lines = [held_line(say, each) for each in held[:NAMED]]
    return [*lines, say("my-data-held-more", count=len(held) - NAMED)] if len(held) > NAMED else lines


def held_line(say: Say, held: Held) -> str:
    if held.until is not None:
        return say("my-data-held-until", number=held.number, date=say.date(held.until))
    return say("my-data-held-crime" if held.crime_signs else "my-data-held-complaint", number=held.number)


async def erase(context: Context, button: EraseAll) -> None:
    await my_data.erase(context.tx, context.actor)
    context.show(button)


async def draw_erased(to: Addressee, button: EraseAll) -> Screen:
    found = await my_data.summary(to.tx, to.person_id)
    lines = [to.say("my-data-erased"), to.say("my-data-erase-telegram")]
    if found.holds_post:
        lines.append(to.say("my-data-erase-post"))
    return Screen(to.say("my-data-erase-title"), lines)


# One anonymous case.


async def draw_ask_cut(to: Addressee, button: AskCut) -> Screen:
    case = await my_data.anonymous_case(to.tx, to.person_id, button.case_id)
    say = to.say
    lines = [say("my-data-cut")] + ([say("my-data-cut-open")] if case.is_open else [])
    yes: list[Label] = [(say("my-data-cut-yes-button"), CutLink(case.id))]
    return Screen(case.number or "", lines, buttons=[yes, [(say("no-button"), OpenCase(case.id))]])


async def cut(context: Context, button: CutLink) -> None:
    await my_data.cut_link(context.tx, context.actor, button.case_id)
    context.show(LinkIsCut())


async def draw_cut(to: Addressee, button: LinkIsCut) -> Screen:
    say = to.say
    rows: list[list[Label]] = [[(say("menu-cases-button"), MyCases(0))], [(say("back-button"), Menu())]]
    return Screen(lines=[say("my-data-link-is-cut")], buttons=rows)


# A reply that asks for it.


async def draw_whose_wish(to: Addressee, button: AskWhoseWish) -> Screen:
    case = await access.read_own_case(to.tx, to.person_id, button.case_id)
    say = to.say
    rows: list[list[Label]] = [
        [(say("my-data-for-bot-button"), ForBot(button.draft_id))],
        [(say("my-data-for-officer-button"), GiveTo(button.draft_id, case.id))],
        [(say("cancel-button"), CancelDraft(button.draft_id))],
    ]
    return Screen(case.number or "", [say("my-data-whose-wish")], buttons=rows)


async def for_bot(context: Context, button: ForBot) -> None:
    await drafts.cancel(context.tx, context.actor, button.draft_id)
    context.show(MyData())
