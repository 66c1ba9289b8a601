"""Screens of writing: what it is about, whom to call first, what a draft holds, the name, and that it was sent."""

from collections import Counter

from bot.domain.bodies import VOICES
from bot.domain.cases import Case, CaseMessage, Category, Kind, Status
from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import Emergency
from bot.domain.refusals import NotFound
from bot.handlers.cases.beginnings import beginnings, choice
from bot.handlers.cases.buttons import (
    AsNewQuestion,
    CancelDraft,
    ChooseCategory,
    EmergencyCard,
    GiveTo,
    MyCases,
    NewQuestion,
    NewReport,
    Preview,
    SendNamed,
    SendUnnamed,
    SentCase,
    ToWhom,
)
from bot.handlers.people.buttons import Menu
from bot.handlers.topics import topic_name
from bot.services.cases import drafts
from bot.storage import cases as stored
from bot.storage import notices, officers, residents
from bot.telegram.buttons import Button
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Label, Screen


def back_to(to: Addressee, button: Button) -> list[Label]:
    return [(to.say("back-button"), button)]


async def draw_categories(to: Addressee, button: NewReport) -> Screen:
    labels: list[Label] = [
        (to.say(f"category-{category}"), ChooseCategory(category, warned=False)) for category in Category
    ]
    rows = [labels[at : at + 2] for at in range(0, len(labels), 2)]
    lines = [to.say("report-choose-category"), to.say("not-a-service-102")]
    return Screen(to.say("report-title"), lines, buttons=[*rows, back_to(to, Menu())])


# Whom to call.


async def draw_emergency_first(to: Addressee, button: ChooseCategory) -> Screen:
    """Before the form of a category in which life may be at risk."""
    title, lines = await card_of(to, Emergency(button.category.value))
    go_on: list[Label] = [(to.say("emergency-continue-button"), ChooseCategory(button.category, warned=True))]
    return Screen(title, [*lines, to.say("not-a-service-102")], buttons=[go_on, back_to(to, NewReport())])


async def draw_emergency(to: Addressee, button: EmergencyCard) -> Screen:
    """After words that tell of an emergency; it asks for nothing, and holds nothing back."""
    title, lines = await card_of(to, button.emergency)
    kept = [to.say("emergency-sent-too")] if button.kept else []
    return Screen(title, [*lines, *kept, to.say("not-a-service-102")])


async def card_of(to: Addressee, emergency: Emergency) -> tuple[str, list[str]]:
    """A card's title and lines, with the numbers of the reader's community."""
    home = await residents.home_of(to.tx, to.person_id)
    numbers = to.tx.policy.numbers_of(home)
    card = f"emergency-{emergency}"
    return to.say(f"{card}-title", **numbers), [to.say(card, **numbers), to.say("emergency-no-answer", **numbers)]


# The draft.


async def draft_seen(to: Addressee, button: Preview | SendNamed) -> Case:
    case = await stored.own(to.tx, button.case_id, to.person_id)
    if case is None or case.status is not Status.DRAFT:
        raise NotFound
    return case


async def draw_preview(to: Addressee, button: Preview) -> Screen:
    case = await draft_seen(to, button)
    say = to.say
    messages = await stored.messages(to.tx, case.id)
    above = NewReport() if case.kind is Kind.REPORT else Menu()
    leave: list[Label] = [*back_to(to, above), (say("cancel-button"), CancelDraft(case.id))]
    about = await asked_about(to, case, discreetly=True)
    if not messages:
        lines = [*about, say(f"draft-write-{case.kind}"), say("not-a-service-102")]
        return Screen(say(f"draft-write-title-{case.kind}"), lines, buttons=[leave])
    held_back = drafts.kept_back(messages)
    unnamed = "draft-send-unnamed-without-files-button" if held_back else "draft-send-unnamed-button"
    rows: list[list[Label]] = [
        [(say(unnamed), SendUnnamed(case.id))],
        [(say("draft-send-named-button"), SendNamed(case.id))],
        leave,
    ]
    return Screen(say("draft-title"), [*about, *preview_lines(to, messages)], buttons=rows)


async def asked_about(to: Addressee, case: Case, *, discreetly: bool) -> list[str]:
    """The notice that a case asks about; `discreetly`, without a topic that may not stand in a chat unasked."""
    notice = await notices.by_id(to.tx, case.notice_id) if case.notice_id is not None else None
    if notice is None or notice.sent_at is None:
        return []
    say, date = to.say, to.say.date(notice.sent_at)
    if discreetly and notice.topic.discreet:
        return [say("case-about-some-notice", date=date)]
    return [say("case-about-notice", topic=topic_name(say, notice.topic), date=date)]


def preview_lines(to: Addressee, messages: list[CaseMessage]) -> list[str]:
    """What a draft holds, and what that means for one who wants to stay unknown."""
    say = to.say
    lines = [say("draft-contents", kinds=contents(to, messages)), say("draft-add-more")]
    if any(each.body.kind in VOICES for each in messages):
        lines.append(say("draft-voice-is-known"))
    if held_back := drafts.kept_back(messages):
        lines.append(say("draft-kept-back", count=len(held_back)))
        dangerous = any(emergency_in(each.body.text) is Emergency.UXO for each in messages)
        lines.append(say("draft-ways-out-without-photo" if dangerous else "draft-ways-out"))
    return lines


def contents(to: Addressee, messages: list[CaseMessage]) -> str:
    """«текст, фото (2), голосове»."""
    counted = Counter(each.body.kind for each in messages)
    named = ((to.say(f"content-{kind}"), count) for kind, count in counted.items())
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in named)


async def draw_ask_name(to: Addressee, button: SendNamed) -> Screen:
    case = await draft_seen(to, button)
    leave: list[Label] = [*back_to(to, Preview(case.id)), (to.say("cancel-button"), CancelDraft(case.id))]
    return Screen(to.say("draft-name-title"), [to.say("draft-ask-name")], buttons=[leave])


async def draw_cancelled(to: Addressee, button: CancelDraft) -> Screen:
    say = to.say
    write: list[Label] = [(say("menu-report-button"), NewReport()), (say("menu-question-button"), NewQuestion())]
    return Screen(lines=[say("draft-cancelled")], buttons=[write, [(say("menu-cases-button"), MyCases(0))]])


# Whose are these words?

SHOWN = 8  # open cases on the screen; whoever has more swipes a reply instead


async def draw_to_whom(to: Addressee, button: ToWhom) -> Screen:
    draft = await stored.own(to.tx, button.draft_id, to.person_id)
    if draft is None or draft.number is not None:
        raise NotFound
    say = to.say
    cases = (await stored.open_of(to.tx, [to.person_id]))[to.person_id][:SHOWN]
    begin = await beginnings(to, cases)
    rows: list[list[Label]] = [[(choice(to, case, begin.get(case.id)), GiveTo(draft.id, case.id))] for case in cases]
    rows.append([(say("to-whom-new-question-button"), AsNewQuestion(draft.id))])
    rows.append([(say("cancel-button"), CancelDraft(draft.id))])
    messages = await stored.messages(to.tx, draft.id)
    lines = [say("draft-holds", count=len(messages)), say("to-whom-choose")]
    return Screen(say("to-whom-title"), lines, buttons=rows)


# Sent.


async def draw_sent(to: Addressee, button: SentCase) -> Screen:
    case = await stored.own(to.tx, button.case_id, to.person_id)
    if case is None or case.number is None:
        raise NotFound
    say = to.say
    lines = [say("case-number-is-internal"), say(f"case-what-next-{await who_reads(to, case)}")]
    if case.category is not Category.THANKS and case.answer_due is not None:
        lines.append(say("case-usual-answer", time=say.date(case.answer_due)))
    lines.append(say("not-a-service-102"))
    return Screen(say("case-sent", number=case.number), lines, buttons=[[(say("menu-cases-button"), MyCases(0))]])


async def who_reads(to: Addressee, case: Case) -> str:
    """Nobody is told that an officer has it when none has."""
    served = case.area_id is not None and await officers.of_area(to.tx, case.area_id)
    if not served:
        return "coordinator"
    return "thanks" if case.category is Category.THANKS else "officer"
