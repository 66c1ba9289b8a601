"""The form of a call or a visit: what was said, its subject, the place, and what was read out to the person.

All of it is in the officer's open dialog until it is saved, so it goes on after an interruption. What fits no step is
added to what was said: nothing that an officer types here is lost.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.bodies import Kind
from bot.domain.dialogs import Written
from bot.domain.emergencies import emergency_in
from bot.domain.refusals import NotFound, OldButton
from bot.domain.walk_ins import (
    CHANNELS,
    SPOKEN_CONSENT_VERSION,
    SUBJECTS,
    Called,
    RecordingCase,
    RecordWaits,
    Step,
    called_in,
)
from bot.handlers.cases.buttons import History
from bot.handlers.officers.buttons import MyPost
from bot.handlers.paging import back, back_row
from bot.handlers.passable import passable_from_desk
from bot.handlers.places import (
    community_at,
    community_name,
    looks_like_a_name,
    named,
    place_at,
    settlement_name,
    settlements_in_order,
)
from bot.handlers.slips.buttons import IssueSlip
from bot.handlers.walk_ins.buttons import (
    CancelRecord,
    ChooseChannel,
    FormStep,
    RecordCall,
    RecordForm,
    RecordSaved,
    SaveRecord,
    TakePlace,
    TakeSubject,
)
from bot.register import CommunityCode, Settlement
from bot.services import walk_ins
from bot.services.cases import access
from bot.storage import dialogs
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich, quoted
from bot.surface.screens import Label, Screen, ShowScreen

LISTED = 8  # settlements that are offered without a search
IN_A_ROW = 2


async def open_form(context: Context, button: RecordCall) -> None:
    """Raises NotFound."""
    if not await walk_ins.served(context.tx, context.actor.person_id):
        raise NotFound
    context.show(RecordForm() if isinstance(context.actor.dialog, RecordingCase) else button)


async def draw_channels(to: Addressee, button: RecordCall) -> Screen:
    labels: list[Label] = [(to.say(f"walk-in-{each}-button"), ChooseChannel(each)) for each in CHANNELS]
    return Screen(to.say("walk-in-title"), [to.say("walk-in-explained")], buttons=[labels, *back(to, MyPost())])


async def begin(context: Context, button: ChooseChannel) -> None:
    """Raises NotFound, TextUnassigned, RecordUnfinished."""
    if button.channel not in CHANNELS or not await walk_ins.served(context.tx, context.actor.person_id):
        raise NotFound
    if not isinstance(context.actor.dialog, RecordingCase):
        await walk_ins.begin(context.tx, context.actor, RecordingCase(button.channel))
    context.show(RecordForm())


def form_of(context: Context) -> RecordingCase:
    """Raises OldButton."""
    if not isinstance(context.actor.dialog, RecordingCase):
        raise OldButton
    return context.actor.dialog


async def go_to(context: Context, button: FormStep) -> None:
    await keep(context, replace(form_of(context), step=button.step, typed=""))


async def keep(context: Context, form: RecordingCase) -> None:
    """The form as it is from now on, in place of the pressed screen."""
    await walk_ins.begin(context.tx, context.actor, form)
    context.tell(ShowScreen(RecordForm().pack(), context.turn.pressed or 0), once="walk-in")


async def take_subject(context: Context, button: TakeSubject) -> None:
    if button.category not in SUBJECTS:
        raise NotFound
    await keep(context, replace(form_of(context), category=button.category, step=Step.PLACE, typed=""))


async def take_place(context: Context, button: TakePlace) -> None:
    form = form_of(context)
    place = place_at(context.tools.register, button.community, button.settlement)
    await keep(context, replace(form, community=place.community, settlement=place.settlement or "", step=Step.CONSENT))


async def save(context: Context, button: SaveRecord) -> None:
    """Raises OldButton, NotFound, NothingWritten."""
    form = form_of(context)
    place = place_at(context.tools.register, form.community, form.settlement)
    case = await walk_ins.save(context.tx, context.actor, form, place, consented=button.consented)
    await dialogs.let_go(context.tx, context.actor)
    context.turn.facts["case"] = case.number or ""
    context.show(RecordSaved(case.id))


async def cancel(context: Context, button: CancelRecord) -> None:
    form_of(context)
    await dialogs.let_go(context.tx, context.actor)
    context.show(button)


async def cancel_typed(context: Context, dialog: RecordingCase) -> bool:
    """The same, typed."""
    await cancel(context, CancelRecord())
    return True


# What is typed.


async def take(context: Context, message: PrivateMessage, form: RecordingCase) -> None:
    """A name of a place or of a person where one is asked for; anything else was said by the person."""
    if form.step is Step.PLACE and looks_like_a_name(message.text) and emergency_in(message.text) is None:
        await find_place(context, " ".join(message.text.split()), form)
        return
    called = called_by(message) if form.step is Step.CONSENT else None
    if called is not None:
        await keep(context, replace(form, name=called.name or form.name, phone=called.phone or form.phone))
        return
    written = Written(message.message_id, passable_from_desk(message), message.album, message.sent_at)
    await keep(context, replace(form, held=(*form.held, written)))


def called_by(message: PrivateMessage) -> Called | None:
    """The person whom a message names: typed, or as a contact that the officer has."""
    body = message.body
    if body is not None and body.kind is Kind.CONTACT and not message.own_contact:
        return Called(body.contact_name or None, body.contact_phone)
    return called_in(message.text) if message.text else None


async def find_place(context: Context, typed: str, form: RecordingCase) -> None:
    """The settlement of this name where there is one, else the list of what comes near."""
    exact: list[Settlement] = []
    for community in await walk_ins.served(context.tx, context.actor.person_id):
        settlements = settlements_in_order(context.tools.register, community)
        exact += named(context.tools.search, settlements, community, typed)[0]
    if len(exact) == 1:
        place = exact[0]
        form = replace(form, community=place.community_code, settlement=place.code, step=Step.CONSENT, typed="")
    else:
        form = replace(form, typed=typed)
    await keep(context, form)


async def edit_held(context: Context, message: PrivateMessage, form: RecordingCase) -> bool:
    """Change what was written down as its writer changed it. False when this message is not in the form."""
    if not any(each.message_id == message.message_id for each in form.held):
        return False
    body = passable_from_desk(message)
    held = [replace(each, body=body) if each.message_id == message.message_id else each for each in form.held]
    await walk_ins.begin(context.tx, context.actor, replace(form, held=tuple(held)))
    return True


# Its screens.


async def draw_form(to: Addressee, button: RecordForm) -> Screen:
    form = await dialogs.open_in(to.tx, to.person_id, to.chat_id, RecordingCase, to.thread_id)
    if form is None:
        return await draw_cancelled(to, CancelRecord())
    match form.step:
        case Step.WORDS:
            return draw_words(to, form)
        case Step.SUBJECT:
            return draw_subjects(to)
        case Step.PLACE:
            return await draw_places(to, form)
        case Step.CONSENT:
            return draw_consent(to, form)


def draw_words(to: Addressee, form: RecordingCase) -> Screen:
    rows: list[list[Label]] = [[(to.say("cancel-button"), CancelRecord())]]
    if not form.held:
        return Screen(to.say(f"walk-in-{form.channel}-title"), [to.say("walk-in-words")], buttons=rows)
    rows.insert(0, [(to.say("walk-in-next-button"), FormStep(Step.SUBJECT))])
    lines = [to.say("walk-in-words-so-far", count=len(form.held)), to.say("walk-in-words-more")]
    return Screen(to.say(f"walk-in-{form.channel}-title"), lines, buttons=rows)


def draw_subjects(to: Addressee) -> Screen:
    labels: list[Label] = [(to.say(f"category-{each}"), TakeSubject(each)) for each in SUBJECTS]
    rows = [labels[at : at + IN_A_ROW] for at in range(0, len(labels), IN_A_ROW)]
    return Screen(to.say("walk-in-subject-title"), buttons=[*rows, below(to, Step.WORDS)])


def below(to: Addressee, step: Step) -> list[Label]:
    return [*back_row(to, FormStep(step)), (to.say("cancel-button"), CancelRecord())]


async def draw_places(to: Addressee, form: RecordingCase) -> Screen:
    """The settlements whose name was typed; before that all, where they are few."""
    served = await walk_ins.served(to.tx, to.person_id)
    offered = [each for community in served for each in offered_of(to, community, form.typed)][:LISTED]
    rows: list[list[Label]] = [
        [(settlement_name(to.say, each), TakePlace(each.community_code, each.code))] for each in offered
    ]
    for community in served:
        name = community_name(to.say, community_at(to.register, community))
        label = to.say("walk-in-no-place-button") if len(served) == 1 else name
        rows.append([(label, TakePlace(community, ""))])
    asks = asks_place(to, typed=bool(form.typed), offers=bool(offered))
    return Screen(to.say("walk-in-place-title"), [asks], buttons=[*rows, below(to, Step.SUBJECT)])


def asks_place(to: Addressee, *, typed: bool, offers: bool) -> str:
    if offers:
        return to.say("walk-in-place")
    return to.say("walk-in-place-none" if typed else "walk-in-place-type")


def offered_of(to: Addressee, community: CommunityCode, typed: str) -> Sequence[Settlement]:
    settlements = settlements_in_order(to.register, community)
    if not typed:
        return settlements if len(settlements) <= LISTED else []
    same, near = named(to.search, settlements, community, typed)
    return same or near


def draw_consent(to: Addressee, form: RecordingCase) -> Screen:
    """What is read out; and name and telephone, which are kept only with the person's word."""
    say = to.say
    lines = [say("walk-in-called", name=form.name)] if form.name else []
    lines += [say("case-phone", phone=say.phone(form.phone))] if form.phone else []
    lines.append(say("walk-in-ask-name" if not form.is_named else "walk-in-read-out"))
    text = spoken_consent(to, SPOKEN_CONSENT_VERSION)
    rows: list[list[Label]] = [
        [(say("walk-in-agreed-button"), SaveRecord(consented=True))],
        [(say("walk-in-refused-button"), SaveRecord(consented=False))],
        below(to, Step.PLACE),
    ]
    return Screen(say("walk-in-consent-title"), lines, quoted(text), rows)


def spoken_consent(to: Addressee, version: int) -> Rich:
    """The text of a version, with the controller of today."""
    return Rich(to.say(f"spoken-consent-{version}", controller=to.tx.policy.controller.name))


async def draw_saved(to: Addressee, button: RecordSaved) -> Screen:
    """The officer may have written it down for another area."""
    case = await access.named(to.tx, button.case_id)
    if case is None or case.number is None:
        raise NotFound
    say = to.say
    lines = [say("case-number-is-internal")]
    if await access.at_some_desk(to.tx, to.person_id, case.id) is None:
        lines.append(say("walk-in-saved-elsewhere"))
        return Screen(say("walk-in-saved", number=case.number), lines, buttons=back(to, MyPost()))
    rows: list[list[Label]] = [
        [(say("slip-button"), IssueSlip(case.id)), (say("desk-history-button"), History(case.id))]
    ]
    return Screen(say("walk-in-saved", number=case.number), lines, buttons=[*rows, *back(to, MyPost())])


async def draw_cancelled(to: Addressee, button: CancelRecord) -> Screen:
    return Screen(lines=[to.say("cancelled")], buttons=back(to, MyPost()))


async def render_waits(to: Addressee, letter: RecordWaits) -> Sequence[Effect]:
    """That the form is unfinished, without a word of it."""
    form = await dialogs.open_in(to.tx, to.person_id, to.chat_id, RecordingCase, to.thread_id)
    if form is None:
        return []
    lines = [to.say("walk-in-waits")]
    if letter.erased_at is not None:
        lines.append(to.say("desk-unsent-until", time=to.say.datetime(letter.erased_at)))
    rows: list[list[Label]] = [[(to.say("walk-in-go-on-button"), RecordCall())]]
    silent = letter.erased_at is not None and to.tx.policy.notices.is_quiet(to.tx.now)
    return [Show(Screen(lines=lines, buttons=rows), silent=silent)]
