"""How a draft looks: what it holds, and how it is sent.

Where another person may read the telephone, nothing of a draft is said: neither what it holds nor what it is about.
"""

from collections import Counter

from bot.domain.bodies import VOICES, WITH_METADATA, beginning
from bot.domain.cases import Case, CaseMessage, Category
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import (
    AboutWhom,
    CancelDraft,
    ChangeTopic,
    LeaveDraft,
    Preview,
    SendNamed,
    SendUnnamed,
    TakeOver,
)
from bot.handlers.cases.cards import asked_about
from bot.handlers.complaints import complained_of, headed
from bot.handlers.excerpts import ROOM, forwarded, subject
from bot.services.cases import access, drafts, unsent
from bot.storage import case_drafts, case_messages
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

# What is asked for where «що сталося, де і коли» is the wrong question.
OWN_WORDING: dict[Category | None, str] = {Category.THANKS: "draft-write-thanks", Category.INFO: "draft-write-info"}


async def draft_seen(to: Addressee, case_id: CaseId) -> Case:
    """The reader's own draft. Raises DraftGone, NotFound."""
    return await access.read_own_draft(to.tx, to.person_id, case_id)


async def draw_preview(to: Addressee, button: Preview) -> Screen:
    case = await draft_seen(to, button.case_id)
    return await preview_of(to, case, discreet=await unsent.is_read_by_others(to.tx, case.id))


async def preview_of(to: Addressee, case: Case, *, discreet: bool) -> Screen:
    messages = await case_messages.of_case(to.tx, case.id)
    return await (filled(to, case, messages, discreet=discreet) if messages else form(to, case))


async def form(to: Addressee, case: Case) -> Screen:
    """Nothing is in it yet. What waits in another draft stays there, unless it is taken over."""
    say = to.say
    lines = [*await about(to, case), say(OWN_WORDING.get(case.category, f"draft-write-{case.kind}"))]
    rows = whom(to, case)
    other = await case_drafts.newest(to.tx, to.person_id, besides=case.id)
    if other is not None:
        discreet = await unsent.is_read_by_others(to.tx, other)
        lines.append(unsent_line(to, await case_messages.of_case(to.tx, other), discreet=discreet))
        rows.append([(say("draft-take-over-button"), TakeOver(case.id, other))])
    title = "complaint-title" if case.category is Category.COMPLAINT else f"draft-write-title-{case.kind}"
    return Screen(say(title), lines, buttons=[*rows, leave(to, case)])


async def filled(to: Addressee, case: Case, messages: list[CaseMessage], *, discreet: bool) -> Screen:
    say = to.say
    held_back = await drafts.kept_back(to.tx, messages)
    unnamed = "draft-send-unnamed-without-files-button" if held_back else "draft-send-unnamed-button"
    rows: list[list[Label]] = [
        [(say(unnamed), SendUnnamed(case.id))],
        [(say("draft-send-named-button"), SendNamed(case.id))],
        *topic(to, case),
        *whom(to, case),
        *(await another(to, case) if discreet else []),
        leave(to, case),
    ]
    lines = [*await about(to, case), *preview_lines(to, messages, held_back)]
    return headed(to, case, Screen(unsent_line(to, messages, discreet=discreet), lines, buttons=rows))


async def about(to: Addressee, case: Case) -> list[str]:
    """What a draft is about, so that nothing is sent under another subject unseen."""
    lines: list[str] = []
    if case.category is not None and not case.category.discreet:
        lines.append(to.say("draft-subject", subject=subject(to, case, discreetly=True)))
    return [*lines, *await asked_about(to, case, discreetly=True), *await complained_of(to, case)]


def topic(to: Addressee, case: Case) -> list[list[Label]]:
    """What was written before its topic was chosen can still have one."""
    return [[(to.say("draft-topic-button"), ChangeTopic(case.id))]] if case.category is Category.OTHER else []


async def another(to: Addressee, case: Case) -> list[list[Label]]:
    """The way to a draft that waits besides: where nothing may be said of them, not all of them are in the chat."""
    other = await case_drafts.newest(to.tx, to.person_id, besides=case.id)
    return [[(to.say("draft-other-button"), Preview(other))]] if other is not None else []


def whom(to: Addressee, case: Case) -> list[list[Label]]:
    if case.category is not Category.COMPLAINT:
        return []
    return [[(to.say("complaint-about-button"), AboutWhom(case.id))]]


def leave(to: Addressee, case: Case) -> list[Label]:
    return [(to.say("back-button"), LeaveDraft(case.id)), (to.say("cancel-button"), CancelDraft(case.id))]


def unsent_line(to: Addressee, messages: list[CaseMessage], *, discreet: bool, key: str = "draft-unsent") -> str:
    """«Ще не надіслано: «Щоночі музика…» і ще 1 повідомлення.»; `discreet`: only that something is."""
    return to.say("draft-unsent-discreetly") if discreet else contents_line(to, messages, key)


def contents_line(to: Addressee, messages: list[CaseMessage], key: str) -> str:
    words = next(filter(None, (beginning(each.body.text, ROOM) for each in messages)), "")
    bodies = [each.body for each in messages]
    if not words:
        return to.say(key, what=forwarded(to, contents(to, messages), bodies), more=0)
    what = forwarded(to, to.say("draft-words", words=words), bodies)
    return to.say(key, what=what, more=len(messages) - 1)


def contents(to: Addressee, messages: list[CaseMessage]) -> str:
    """«фото (2), голосове»."""
    counted = Counter(each.body.kind for each in messages)
    named = ((to.say(f"content-{kind}"), count) for kind, count in counted.items())
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in named)


def preview_lines(to: Addressee, messages: list[CaseMessage], held_back: list[CaseMessage]) -> list[str]:
    """What its messages mean for a person who wants to stay unknown."""
    say = to.say
    lines = [say("draft-add-more")]
    if any(each.body.kind in VOICES for each in messages):
        lines.append(say("draft-voice-is-known"))
    if any(each.body.kind in WITH_METADATA for each in messages if each not in held_back):
        lines.append(say("draft-files-cleaned"))
    if any(each.body.is_forwarded for each in messages):
        lines.append(say("draft-forwarded"))
    if held_back:
        lines.append(say("draft-kept-back", count=len(held_back)))
        lines += told_by_files(to, held_back)
        dangerous = any(each.emergency is Emergency.UXO for each in messages)
        lines.append(say("draft-ways-out-without-photo" if dangerous else "draft-ways-out"))
    return lines


def told_by_files(to: Addressee, held_back: list[CaseMessage]) -> list[str]:
    """What the officer may learn from a file that cannot be cleaned, where it goes with a name."""
    return [to.say("draft-files-tell")] if any(each.body.kind in WITH_METADATA for each in held_back) else []
