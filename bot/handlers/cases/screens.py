"""Screens of cases."""

from typing import Any

from bot.domain.cases import Category, Status
from bot.domain.refusals import NotFound
from bot.handlers.cases.buttons import (
    CancelDraft,
    ChooseCategory,
    NewReport,
    Preview,
    SendNamed,
    SendUnnamed,
    SentCase,
)
from bot.services.cases import drafts
from bot.storage import cases as stored
from bot.telegram.buttons import Button
from bot.telegram.rendering import Addressee, DrawScreen
from bot.telegram.screens import Label, Screen


async def draw_categories(to: Addressee, button: NewReport) -> Screen:
    labels: list[Label] = [
        (to.say(f"category-{category}"), ChooseCategory(category, warned=False)) for category in Category
    ]
    rows = [labels[at : at + 2] for at in range(0, len(labels), 2)]
    return Screen(to.say("report-title"), [to.say("report-choose-category"), to.say("not-a-service-102")], buttons=rows)


async def draw_preview(to: Addressee, button: Preview) -> Screen:
    case = await stored.own(to.tx, button.case_id, to.person_id)
    if case is None or case.status is not Status.DRAFT:
        raise NotFound
    say = to.say
    messages = await stored.messages(to.tx, case.id)
    cancel: list[Label] = [(say("cancel-button"), CancelDraft(case.id))]
    if not messages:
        return Screen(
            say(f"{case.kind}-title"), [say(f"{case.kind}-write"), say("not-a-service-102")], buttons=[cancel]
        )
    lines = [say("draft-holds", count=len(messages)), say("draft-add-more")]
    held_back = drafts.kept_back(messages)
    unnamed = say("draft-send-unnamed-button")
    if held_back:
        lines.append(say("draft-kept-back", count=len(held_back)))
        unnamed = say("draft-send-unnamed-without-files-button")
    rows: list[list[Label]] = [
        [(unnamed, SendUnnamed(case.id))],
        [(say("draft-send-named-button"), SendNamed(case.id))],
        cancel,
    ]
    return Screen(say("draft-title"), lines, buttons=rows)


async def draw_sent(to: Addressee, button: SentCase) -> Screen:
    case = await stored.own(to.tx, button.case_id, to.person_id)
    if case is None or case.number is None:
        raise NotFound
    say = to.say
    lines = [say("case-number-is-internal"), say("case-what-next")]
    if case.answer_due is not None:
        lines.append(say("case-usual-answer", time=say.datetime(case.answer_due)))
    return Screen(say("case-sent", number=case.number), [*lines, say("not-a-service-102")])


SCREENS: dict[type[Button], DrawScreen[Any]] = {
    NewReport: draw_categories,
    Preview: draw_preview,
    SentCase: draw_sent,
}
