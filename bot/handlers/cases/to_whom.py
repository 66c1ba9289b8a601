"""Messages of a resident that no rule could place: kept as a draft, and the person chooses their case with one press.

«Кому це?» offers the open cases and a new question, and collects what follows meanwhile, albums whole. From a person
who has not agreed or chosen a community yet they are kept the same way, with the one step that is missing; once that
is done, the draft is taken up again (services/residents.resume_draft). Where nobody would read them they are not kept.
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.case_dialogs import ChoosingCase, CollectingDraft
from bot.domain.case_letters import DraftShown
from bot.domain.cases import Kind, OwnCase, Status
from bot.domain.communities import Standing
from bot.domain.ids import CaseId
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.domain.residents import known_place
from bot.handlers.cases.buttons import AsNewQuestion, CancelDraft, GiveTo, NotYet, Preview, SentCase, ToWhom
from bot.handlers.cases.cards import PREVIEW
from bot.handlers.cases.drafts import cancel, draw_preview, draw_sent, put_in, show_draft, told_by_files
from bot.handlers.cases.excerpts import choice, excerpts
from bot.handlers.cases.may_write import is_unread, may_write, turn_away
from bot.handlers.residents.buttons import FindCommunity, missing_for_case
from bot.services import residents
from bot.services.cases import access, drafts
from bot.storage import case_messages, dialogs, people
from bot.storage import cases as stored_cases
from bot.storage.copies import add_copy, copies_in, forget_copies
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Held, Remove, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen, ShowScreen

SHOWN = 8  # open cases on the screen; a person who has more swipes a reply instead


async def ask(context: Context, message: PrivateMessage, open_cases: list[OwnCase]) -> None:
    """Keep this message and ask which case it belongs to; a person without open cases has begun a question."""
    case_id = await keep(context, message)
    if open_cases:
        await dialogs.begin(context.tx, context.actor, ChoosingCase(case_id))
        ask_whose(context, case_id)
    else:
        await dialogs.begin(context.tx, context.actor, CollectingDraft(case_id))
        show_draft(context, case_id)


async def keep(context: Context, message: PrivateMessage) -> CaseId:
    """A new draft that holds this message."""
    case_id = await drafts.begin(context.tx, context.actor, Kind.QUESTION, None)
    await put_in(context, message, case_id)
    return case_id


async def collect(context: Context, message: PrivateMessage, dialog: ChoosingCase) -> None:
    """More of it before the question is answered."""
    if is_unread(context.actor):
        await turn_away(context, message)
        return
    warned = await put_in(context, message, dialog.case_id)
    ask_whose(context, dialog.case_id, after_card=warned)


def ask_whose(context: Context, case_id: CaseId, *, after_card: bool = False) -> None:
    """There is one such question about a draft in the chat. One that waits is enough, but not before a card."""
    context.tell(DraftShown(case_id, asks=True), once=None if after_card else f"to-whom:{case_id}")


async def draw_to_whom(to: Addressee, button: ToWhom) -> Screen:
    draft = await access.found_own(to.tx, button.draft_id, to.person_id)
    if draft is None or draft.number is not None:
        raise NotFound
    say = to.say
    cases = (await stored_cases.open_of(to.tx, [to.person_id]))[to.person_id][:SHOWN]
    begin = await excerpts(to, cases)
    rows: list[list[Label]] = [[(choice(to, case, begin.get(case.id)), GiveTo(draft.id, case.id))] for case in cases]
    rows.append([(say("to-whom-new-question-button"), AsNewQuestion(draft.id))])
    rows.append([(say("cancel-button"), CancelDraft(draft.id))])
    messages = await case_messages.of_case(to.tx, draft.id)
    tells = told_by_files(to, await drafts.kept_back(to.tx, messages))
    lines = [say("draft-holds", count=len(messages)), say("to-whom-choose"), *tells]
    return Screen(say("to-whom-title"), lines, buttons=rows)


# The answer.


async def give(context: Context, button: GiveTo) -> None:
    """They belong to this open case."""
    case = await drafts.give(context.tx, context.actor, button.draft_id, button.case_id)
    await dialogs.end(context.tx, context.actor)
    context.turn.facts["case"] = case.number or ""
    context.show(button)


async def draw_given(to: Addressee, button: GiveTo) -> Screen:
    case = await access.found_own(to.tx, button.case_id, to.person_id)
    if case is None or case.number is None:
        raise NotFound
    return Screen(lines=[to.say("to-whom-given", number=case.number)])


async def as_question(context: Context, button: AsNewQuestion) -> None:
    """They are a new question: on to its preview."""
    if not await may_write(context):
        return
    await access.own_draft(context.tx, context.actor, button.draft_id)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(button.draft_id))
    show_draft(context, button.draft_id)


async def cancel_typed(context: Context, dialog: ChoosingCase) -> bool:
    """Throw away, by a typed word, what waits to be assigned to a case."""
    await cancel(context, CancelDraft(dialog.case_id))
    return True


# Before the person may send.


async def too_early(context: Context, message: PrivateMessage) -> None:
    """Messages of a person who cannot send them yet: kept, further ones in the same draft. Or not at all, where nobody
    would read them."""
    actor = context.actor
    place = known_place(actor)
    if place is not None and await residents.standing(context.tx, place.community) is not Standing.JOINED:
        await turn_away(context, message)
        return
    case_id = await stored_cases.newest_draft(context.tx, actor.person_id)
    if case_id is None:
        case_id = await keep(context, message)
    else:
        await put_in(context, message, case_id)
    context.tell(ShowScreen(NotYet(case_id).pack()), once=NotYet.code)


async def draw_not_yet(to: Addressee, button: NotYet) -> Screen:
    draft = await access.found_own(to.tx, button.draft_id, to.person_id)
    if draft is None or draft.number is not None:
        raise NotFound
    say = to.say
    holds = say("draft-holds", count=len(await case_messages.of_case(to.tx, draft.id)))
    needs, step = next_step(to, await people.known(to.tx, to.person_id), draft.id)
    hours = int(to.tx.policy.cases.draft_kept / timedelta(hours=1))
    kept = say("draft-kept-for", hours=say("hours", count=hours))
    cancel: list[Label] = [(say("cancel-button"), CancelDraft(draft.id))]
    return Screen(say("draft-title"), [holds, *needs, kept], buttons=[[step], cancel])


def next_step(to: Addressee, actor: Actor, draft_id: CaseId) -> tuple[list[str], Label]:
    """What a draft needs before it can be sent, and the button that leads there: to the preview, when nothing."""
    say, missing = to.say, missing_for_case(actor)
    match missing:
        case None:
            return [], (say("draft-preview-button"), Preview(draft_id))
        case FindCommunity():
            return [say("find-community")], (say("find-community-button"), missing)
        case _:
            return [say("draft-needs-consent")], (say("draft-consent-button"), missing)


# The one screen of a draft.


async def render_draft_shown(to: Addressee, letter: DraftShown) -> list[Effect]:
    """What is in its place goes: only one preview of a draft is in the chat."""
    case = await access.found_own(to.tx, letter.case_id, to.person_id)
    if case is None:
        return []
    draft = case.status is Status.DRAFT
    if letter.asks and not draft:
        return []  # its answer has been pressed meanwhile
    if letter.asks:
        screen = await draw_to_whom(to, ToWhom(case.id))
    else:
        screen = await draw_preview(to, Preview(case.id)) if draft else await draw_sent(to, SentCase(case.id))
    former = await previews_in(to, case.id)
    return [Show(screen), Remove([Held(message_id) for message_id in former])]


async def draft_shown_sent(to: Addressee, letter: DraftShown, sent: Sequence[Sent]) -> None:
    await forget_copies(to.tx, to.chat_id, await previews_in(to, letter.case_id))
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, letter.case_id, None, piece=PREVIEW)


async def previews_in(to: Addressee, case_id: CaseId) -> list[int]:
    return [copy.message_id for copy in await copies_in(to.tx, case_id, to.chat_id) if copy.piece == PREVIEW]
