"""How the letters of a case are drawn, and what follows when Telegram took or refused them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.domain.bodies import Body, Kind
from bot.domain.cases import (
    ENDED,
    Act,
    Album,
    CardChanged,
    Case,
    CaseMessage,
    CaseMoved,
    CaseTaken,
    Delivered,
    EditedWords,
    NewCase,
    NotDelivered,
    Side,
    Status,
    Words,
)
from bot.domain.ids import CaseId, CaseMessageId, OfficerId
from bot.domain.letters import DeskMember, Letter, Party, ResidentOf
from bot.handlers.cases.buttons import Accept, Answer, Ask, Close, CrimeSigns, Decline, Rate, Reopen
from bot.services.cases.talk import on_card
from bot.storage import cases as stored
from bot.storage import officers
from bot.storage.cases import MessageView
from bot.telegram import bodies
from bot.telegram.gateway import Json
from bot.telegram.rendering import Addressee, Renderer, Sent
from bot.telegram.rich import Rich, bold, joined, pieces
from bot.telegram.screens import CAPTION_LIMIT, TEXT_LIMIT, Call, Label, inline, text_params

DELETABLE = timedelta(hours=47)  # Telegram lets a bot delete its messages for 48
DELIVERED = "👍"


async def case_seen(to: Addressee, case_id: CaseId) -> Case | None:
    """The case, if the recipient may see it at this moment."""
    match to.party:
        case DeskMember(officer_id=officer_id):
            return await stored.at_desk(to.tx, case_id, officer_id)
        case ResidentOf():
            return await stored.own(to.tx, case_id, to.person_id)
        case _:
            return await stored.coordinated(to.tx, case_id, to.person_id)


async def words_seen(to: Addressee, message_id: CaseMessageId) -> MessageView | None:
    """A message of a case, if the recipient may read it at this moment."""
    match to.party:
        case DeskMember(officer_id=officer_id):
            return await stored.view_for_desk(to.tx, message_id, officer_id, to.chat_id)
        case ResidentOf():
            return await stored.view_for_resident(to.tx, message_id, to.person_id, to.chat_id)
        case _:
            return await stored.view_for_coordinator(to.tx, message_id, to.person_id, to.chat_id)


def sender_of(side: Side, case_id: CaseId, officer_id: OfficerId | None) -> Party:
    """Who is told what became of a message."""
    if side is Side.OFFICER and officer_id is not None:
        return DeskMember(case_id, officer_id)
    return ResidentOf(case_id)


# The card.


def card_lines(to: Addressee, case: Case, name: str | None) -> list[str]:
    say = to.say
    lines = [say(f"case-status-{case.status}")]
    if case.settlement is not None:
        lines.append(say("case-place", place=to.register.settlement(case.settlement).name))
    lines.append(say("case-unnamed") if name is None else say("case-name", name=name))
    if case.waits_for is Side.OFFICER and case.answer_due is not None:
        lines.append(say("case-answer-by", time=say.datetime(case.answer_due)))
    if case.crime_signs:
        lines.append(say("case-crime-signs"))
    return lines


def case_title(to: Addressee, case: Case) -> str:
    subject = to.say(f"category-{case.category}") if case.category else to.say(f"case-kind-{case.kind}")
    return f"{case.number} · {subject}"


def card_buttons(to: Addressee, case: Case) -> list[list[Label]]:
    say = to.say
    if case.status in ENDED:
        return []
    rows: list[list[Label]] = []
    if case.status is Status.NEW:
        rows.append([(say("desk-accept-button"), Accept(case.id))])
    rows.append([(say("desk-answer-button"), Answer(case.id)), (say("desk-ask-button"), Ask(case.id))])
    rows.append([(say("desk-close-button"), Close(case.id)), (say("desk-decline-button"), Decline(case.id))])
    if not case.crime_signs:
        rows.append([(say("desk-crime-signs-button"), CrimeSigns(case.id))])
    return rows


async def card(to: Addressee, case: Case, first: CaseMessage | None) -> dict[str, Json]:
    """The card's text and buttons. An officer reads the first words on it; a coordinator only once he has the case."""
    link = await stored.link(to.tx, case.id)
    lines = card_lines(to, case, link.name if link else None)
    words = Rich(first.body.text, first.body.entities) if first else Rich("")
    if first is not None and first.version > 1:
        words = words + "\n" + to.say("case-edited")
    head = joined([bold(case_title(to, case)), Rich("\n".join(lines))])
    shown = pieces(joined([head, words], "\n\n"), TEXT_LIMIT)[0]
    return {**text_params(shown), "reply_markup": inline(card_buttons(to, case))}


async def first_words(to: Addressee, case: Case) -> CaseMessage | None:
    if isinstance(to.party, DeskMember) or case.coordinator_id == to.person_id:
        messages = await stored.messages(to.tx, case.id)
        if messages and on_card(0, messages[0]):
            return messages[0]
    return None


async def render_new_case(to: Addressee, letter: NewCase) -> list[Call]:
    event = await stored.event(to.tx, letter.event_id)
    case = await case_seen(to, event.case_id) if event else None
    if case is None:
        return []
    return [Call("sendMessage", await card(to, case, await first_words(to, case)))]


async def new_case_sent(to: Addressee, letter: NewCase, sent: Sequence[Sent]) -> None:
    event = await stored.event(to.tx, letter.event_id)
    case = await case_seen(to, event.case_id) if event else None
    if case is None:
        return
    first = await first_words(to, case)
    for each in sent:
        stored.add_copy(
            to.tx,
            to.chat_id,
            each.message_id,
            case.id,
            first.id if first else None,
            piece=CARD,
            version=first.version if first else 1,
        )


CARD = -1  # the piece that a card is: it can be drawn anew, and shows the first words


async def cards_in(to: Addressee, case_id: CaseId) -> list[int]:
    """The messages of this chat that are cards of a case, the newest last."""
    return [copy.message_id for copy in await stored.copies_in(to.tx, case_id, to.chat_id) if copy.piece == CARD]


async def render_card_changed(to: Addressee, letter: CardChanged) -> list[Call]:
    case = await case_seen(to, letter.case_id)
    cards = await cards_in(to, letter.case_id)
    if case is None or not cards:
        return []
    params = await card(to, case, await first_words(to, case))
    return [Call("editMessageText", {**params, "message_id": cards[-1]}, may_fail=True)]


async def render_case_taken(to: Addressee, letter: CaseTaken) -> list[Call]:
    """The card says who has it; everything else of the case goes from the chats of those who do not."""
    case = await stored.by_id(to.tx, letter.case_id)
    if case is None or await case_seen(to, letter.case_id) is not None:
        return []
    text = text_params(joined([bold(case.number or ""), Rich(to.say("case-taken"))]))
    calls = []
    for copy in await stored.copies_in(to.tx, letter.case_id, to.chat_id):
        if copy.piece == CARD:
            calls.append(Call("editMessageText", {**text, "message_id": copy.message_id}, may_fail=True))
        elif to.tx.now - copy.sent_at < DELETABLE:
            calls.append(Call("deleteMessage", {"message_id": copy.message_id}, may_fail=True))
    return calls


# What the two sides say.


def heading(to: Addressee, view: MessageView) -> Rich:
    """Each message names its case, so that a reply finds it even when the copy's id was lost."""
    if isinstance(to.party, ResidentOf):
        who = to.say("from-police")
        if view.officer_rank and view.officer_name:
            who = to.say("from-officer", rank=view.officer_rank, name=view.officer_name)
    else:
        who = view.resident_name or to.say("from-resident")
    return bold(f"{view.number} · {who}")


async def render_words(to: Addressee, letter: Words) -> Sequence[Call]:
    view = await words_seen(to, letter.message_id)
    if view is None:
        return []
    return bodies.calls_of(heading(to, view), view.body, view.reply_to)


async def words_sent(to: Addressee, letter: Words, sent: Sequence[Sent]) -> None:
    view = await words_seen(to, letter.message_id)
    if view is None:
        return
    for each in sent:
        stored.add_copy(
            to.tx, to.chat_id, each.message_id, view.case_id, view.id, piece=each.piece, version=view.version
        )
    to.tx.outbox.tell(sender_of(view.direction, view.case_id, view.officer_id), Delivered(view.id))


async def words_failed(to: Addressee, letter: Words) -> None:
    message = await stored.message(to.tx, letter.message_id)
    if message is not None:
        sender = sender_of(message.direction, message.case_id, message.officer_id)
        to.tx.outbox.tell(sender, NotDelivered(message.id))


async def render_delivered(to: Addressee, letter: Delivered) -> list[Call]:
    message = await stored.message(to.tx, letter.message_id)
    if message is None:
        return []
    copies = await stored.copies_of(to.tx, message.case_id, to.chat_id, message.id)
    reaction: Json = [{"type": "emoji", "emoji": DELIVERED}]
    return [
        Call("setMessageReaction", {"message_id": copy.message_id, "reaction": reaction}, may_fail=True)
        for copy in copies[:1]
    ]


async def render_not_delivered(to: Addressee, letter: NotDelivered) -> list[Call]:
    """A reply to one's own message that did not arrive: nobody is left to think that it did."""
    message = await stored.message(to.tx, letter.message_id)
    case = await stored.by_id(to.tx, message.case_id) if message else None
    if message is None or case is None or case.number is None:
        return []
    copies = await stored.copies_of(to.tx, message.case_id, to.chat_id, message.id)
    body = Body(Kind.TEXT, to.say("case-not-delivered", number=case.number))
    return bodies.calls_of(Rich(""), body, copies[0].message_id if copies else None)


async def render_edited(to: Addressee, letter: EditedWords) -> list[Call]:
    """What the other side sees of a message becomes what it says now, with a trace; a card is drawn anew."""
    view = await words_seen(to, letter.message_id)
    if view is None:
        return []
    copies = await stored.copies_of(to.tx, view.case_id, to.chat_id, view.id)
    if copies and copies[0].piece == CARD:
        return await render_card_changed(to, CardChanged(view.case_id))
    if not copies or copies[-1].version >= view.version:
        return []  # not sent yet, and then it will be sent as it is by then; or shown already
    return edit_calls(heading(to, view), view.body, copies[0].message_id, to.say("case-edited"))


def edit_calls(top: Rich, body: Body, message_id: int, trace: str) -> list[Call]:
    """In place where Telegram allows it, else as a reply to what it corrects."""
    whole = top + "\n" + Rich(body.text, body.entities) + "\n" + trace
    if body.kind is Kind.TEXT and whole.units <= TEXT_LIMIT:
        return [Call("editMessageText", {"message_id": message_id, **text_params(whole)}, or_send=True)]
    if body.kind not in bodies.WITHOUT_CAPTION and body.kind is not Kind.TEXT and whole.units <= CAPTION_LIMIT:
        return [Call("editMessageCaption", {"message_id": message_id, **bodies.caption(whole)}, may_fail=True)]
    return bodies.calls_of(top, body, message_id)


async def edited_sent(to: Addressee, letter: EditedWords, sent: Sequence[Sent]) -> None:
    view = await words_seen(to, letter.message_id)
    if view is None:
        return
    for each in sent:
        stored.add_copy(
            to.tx, to.chat_id, each.message_id, view.case_id, view.id, piece=each.piece, version=view.version
        )


async def render_album(to: Addressee, letter: Album) -> list[Call]:
    """The parts that this chat does not have yet, together where they may be; a straggler answers the first."""
    parts = await stored.album_parts(to.tx, letter.case_id, letter.album)
    copies = await stored.copies_in(to.tx, letter.case_id, to.chat_id)
    had = {copy.case_message_id: copy.message_id for copy in copies}
    new = [part for part in parts if part.id not in had]
    view = await words_seen(to, new[0].id) if new else None
    if view is None:
        return []
    before = [had[part.id] for part in parts if part.id in had]
    reply_to = before[0] if before else view.reply_to
    calls: list[Call] = []
    for group in album_groups(new):
        top = heading(to, view)
        if len(group) == 1:
            calls += bodies.calls_of(top, group[0].body, reply_to)
        else:
            calls += bodies.with_reply([bodies.album_call(top, [part.body for part in group])], reply_to)
    return calls


def album_groups(parts: Sequence[CaseMessage]) -> list[list[CaseMessage]]:
    """Photos and videos go together, audio with audio, files with files; two to ten of them."""
    groups: dict[str, list[CaseMessage]] = {}
    for part in parts:
        kind = "seen" if part.body.kind in (Kind.PHOTO, Kind.VIDEO) else part.body.kind.value
        groups.setdefault(kind, []).append(part)
    return [group[at : at + 10] for group in groups.values() for at in range(0, len(group), 10)]


async def album_sent(to: Addressee, letter: Album, sent: Sequence[Sent]) -> None:
    """Messages come back in the order in which they were sent: that of the parts."""
    parts = await stored.album_parts(to.tx, letter.case_id, letter.album)
    had = {copy.case_message_id for copy in await stored.copies_in(to.tx, letter.case_id, to.chat_id)}
    new = [part for group in album_groups([p for p in parts if p.id not in had]) for part in group]
    for part, each in zip(new, sent, strict=False):
        stored.add_copy(to.tx, to.chat_id, each.message_id, part.case_id, part.id, version=part.version)
    if new:
        sender = sender_of(new[0].direction, new[0].case_id, new[0].officer_id)
        to.tx.outbox.tell(sender, Delivered(new[0].id))


async def album_failed(to: Addressee, letter: Album) -> None:
    parts = await stored.album_parts(to.tx, letter.case_id, letter.album)
    if parts:
        await words_failed(to, Words(parts[0].id))


async def render_case_moved(to: Addressee, letter: CaseMoved) -> list[Call]:
    """A move in a sentence, with what may be done next."""
    event = await stored.event(to.tx, letter.event_id)
    case = await case_seen(to, event.case_id) if event else None
    if event is None or case is None:
        return []
    to_resident = isinstance(to.party, ResidentOf)
    sentence = to.say(f"{'case' if to_resident else 'desk'}-moved-{event.what}")
    parts = [bold(case.number or ""), Rich(sentence)]
    if to_resident and event.what is Act.ACCEPT:
        parts.append(Rich(await officer_line(to, case)))
    if event.case_message_id is not None and (said := await stored.message(to.tx, event.case_message_id)):
        parts.append(Rich(said.body.text, said.body.entities))
    params = text_params(pieces(joined(parts), TEXT_LIMIT)[0])
    buttons = moved_buttons(to, case) if to_resident else []
    return [Call("sendMessage", params | ({"reply_markup": inline(buttons)} if buttons else {}))]


async def officer_line(to: Addressee, case: Case) -> str:
    """Who answers for the case now: said only when somebody does."""
    officer = await officers.public(to.tx, case.officer_id) if case.officer_id else None
    if officer is None:
        return to.say("case-with-coordinator")
    return to.say("case-with-officer", rank=officer.rank, name=officer.name)


def moved_buttons(to: Addressee, case: Case) -> list[list[Label]]:
    """After its end a case can be rated and, for a while, reopened."""
    if case.status not in ENDED:
        return []
    stars: list[Label] = [(str(number), Rate(case.id, number)) for number in range(1, 6)] if case.rating is None else []
    reopen: list[Label] = [(to.say("case-reopen-button"), Reopen(case.id))]
    return [row for row in (stars, reopen) if row]


async def moved_sent(to: Addressee, letter: CaseMoved, sent: Sequence[Sent]) -> None:
    event = await stored.event(to.tx, letter.event_id)
    if event is not None:
        for each in sent:
            stored.add_copy(to.tx, to.chat_id, each.message_id, event.case_id, event.case_message_id)


LETTERS: dict[type[Letter], Renderer[Any]] = {
    NewCase: Renderer(render_new_case, new_case_sent),
    CardChanged: Renderer(render_card_changed),
    CaseTaken: Renderer(render_case_taken),
    CaseMoved: Renderer(render_case_moved, moved_sent),
    Words: Renderer(render_words, words_sent, words_failed),
    Album: Renderer(render_album, album_sent, album_failed),
    EditedWords: Renderer(render_edited, edited_sent),
    Delivered: Renderer(render_delivered),
    NotDelivered: Renderer(render_not_delivered),
}
