"""The one message of a chat that shows a draft: redrawn below what was added, shown again as a reminder, and in the end
saying that the draft is gone.

What it asks for is what comes next for its writer: a step that is missing, the case that the messages belong to, or to
send them. Where another person may read the telephone a reminder says no more than that something waits, without sound.
"""

from collections.abc import Sequence

from bot.domain.case_dialogs import ChoosingCase
from bot.domain.case_letters import DraftErased, DraftShown, DraftWaits
from bot.domain.cases import Case, Status
from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import CancelDraft, Preview, SentCase
from bot.handlers.cases.drafts import draw_sent
from bot.handlers.cases.previews import preview_of, unsent_line
from bot.handlers.cases.to_whom import not_yet, to_whom_of
from bot.handlers.residents.buttons import missing_for_case
from bot.services.cases import access, unsent
from bot.storage import case_drafts, case_messages, dialogs, people
from bot.storage.copies import PREVIEW, add_copy, copies_in, forget_copies
from bot.surface.outgoing import Edit, Effect, Held, Remove, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen


async def draw_next(to: Addressee, case: Case, *, discreet: bool) -> Screen:
    """A draft with what comes next for it."""
    dialog = await dialogs.open_in(to.tx, to.person_id, to.chat_id, ChoosingCase, to.thread_id)
    if dialog is not None and case.id in dialog.drafts:
        return await to_whom_of(to, case, discreet=discreet)
    actor = await people.known(to.tx, to.person_id)
    if missing_for_case(actor) is not None:
        return await not_yet(to, case, actor, discreet=discreet)
    return await preview_of(to, case, discreet=discreet)


async def in_place_of_former(to: Addressee, case: Case, screen: Screen, *, silent: bool = False) -> list[Effect]:
    """Only one message shows a draft: what was there before goes."""
    former = await previews_in(to, case.id)
    return [Show(screen, silent=silent), Remove([Held(message_id) for message_id in former])]


async def previews_in(to: Addressee, case_id: CaseId) -> list[int]:
    return [copy.message_id for copy in await copies_in(to.tx, case_id, to.chat_id) if copy.piece == PREVIEW]


async def render_draft_shown(to: Addressee, letter: DraftShown) -> list[Effect]:
    case = await access.found_own(to.tx, letter.case_id, to.person_id)
    if case is None:
        return []
    if case.status is not Status.DRAFT:
        # A question that waits to be shown has been answered meanwhile.
        return [] if letter.asks else await in_place_of_former(to, case, await draw_sent(to, SentCase(case.id)))
    discreet = await unsent.is_read_by_others(to.tx, case.id)
    return await in_place_of_former(to, case, await draw_next(to, case, discreet=discreet), silent=discreet)


async def draft_sent(to: Addressee, letter: DraftShown | DraftWaits, sent: Sequence[Sent]) -> None:
    """What shows the draft now is noted, in place of what did before."""
    await forget_copies(to.tx, to.chat_id, await previews_in(to, letter.case_id))
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, letter.case_id, None, piece=PREVIEW)


# By the clock.


async def render_draft_waits(to: Addressee, letter: DraftWaits) -> list[Effect]:
    """The reminder, which is the draft once more. The last one comes at an hour that nobody chose."""
    case = await access.found_own(to.tx, letter.case_id, to.person_id)
    messages = await case_messages.of_case(to.tx, case.id) if case and case.status is Status.DRAFT else []
    if case is None or not messages:
        return []
    if await unsent.is_read_by_others(to.tx, case.id):
        return await discreet_reminder(to, case)
    now, policy = to.tx.now, to.tx.policy
    shown = await draw_next(to, case, discreet=False)
    title = unsent_line(to, messages, discreet=False, key="draft-still-unsent")
    lines = [to.say("draft-erased-at", time=to.say.datetime(case.touched_at + policy.cases.draft_kept))]
    screen = Screen(title, lines if letter.last else [], buttons=shown.buttons)
    return await in_place_of_former(to, case, screen, silent=letter.last and policy.notices.is_quiet(now))


async def discreet_reminder(to: Addressee, case: Case) -> list[Effect]:
    """In place of all that shows a draft there: from this one the way leads to the others."""
    rows: list[list[Label]] = [[(to.say("draft-open-button"), Preview(case.id))]]
    if await case_drafts.newest(to.tx, to.person_id, besides=case.id) is None:
        rows.append([(to.say("cancel-button"), CancelDraft(case.id))])
    former = await replaced_by_reminder(to, case.id)
    shown = Show(Screen(lines=[to.say("draft-unsent-discreetly")], buttons=rows), silent=True)
    return [shown, Remove([Held(message_id) for message_id in former])]


async def replaced_by_reminder(to: Addressee, draft_id: CaseId) -> list[int]:
    """What shows this draft, and others of which nothing may be said."""
    return [
        each.message_id
        for each in await case_drafts.shown_in(to.tx, to.person_id, to.chat_id)
        if each.case_id == draft_id or await unsent.is_read_by_others(to.tx, each.case_id)
    ]


async def reminder_sent(to: Addressee, letter: DraftWaits, sent: Sequence[Sent]) -> None:
    if await unsent.is_read_by_others(to.tx, letter.case_id):
        await forget_copies(to.tx, to.chat_id, await replaced_by_reminder(to, letter.case_id))
    await draft_sent(to, letter, sent)


async def render_draft_erased(to: Addressee, letter: DraftErased) -> list[Effect]:
    screen = Screen(lines=[to.say("draft-gone")])
    return [Edit(message_id, screen) for message_id in letter.messages]
