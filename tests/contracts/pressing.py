"""Every button, pressed by a person with valid data that is not theirs: what the bot answers."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any, cast, get_type_hints

from bot.domain.absences import Span
from bot.domain.bodies import Body, File, Kind
from bot.domain.bodies import Place as Point
from bot.domain.cases import Act, Category, Channel, NewMessage, Side, Status
from bot.domain.community_chats import ChatKind, Membership, Rights
from bot.domain.directory import Field as Heading
from bot.domain.directory import Finding, Level, Page, Row
from bot.domain.figures import Period
from bot.domain.ids import (
    AreaId,
    CaseId,
    DirectoryImportId,
    MeetingId,
    NoteId,
    NoticeId,
    OfficeId,
    OfficerId,
    PersonId,
    PriorityId,
    ReadyTextId,
    RuleId,
)
from bot.domain.invitations import InvitationScope, InvitedAs
from bot.domain.joining import Item, Memorandum, Readiness
from bot.domain.languages import Language
from bot.domain.letters import Letter, LetterClass, Party, PersonAt
from bot.domain.meetings import MeetingKind
from bot.domain.notices import Content
from bot.domain.notices import Status as NoticeStatus
from bot.domain.office_hours import NewOffice, rule_key
from bot.domain.officers import Field
from bot.domain.people import CONSENT_VERSION, Actor, CouncilPost, Part, Role, Scope
from bot.domain.priorities import HalfYear
from bot.domain.priorities import Part as PriorityPart
from bot.domain.ready_texts import Kind as ReadyKind
from bot.domain.ready_texts import Owner
from bot.domain.refusals import Refusal
from bot.domain.rights import Who
from bot.domain.subscriptions import Topic
from bot.handlers import FEATURES
from bot.handlers.officers.buttons import Path
from bot.register import CommunityCode
from bot.storage import (
    absences,
    areas,
    boards,
    case_messages,
    cases,
    chats,
    community_chats,
    directory,
    figures,
    forwards,
    holds,
    invitations,
    joining,
    meetings,
    merges,
    notes,
    notices,
    office_hours,
    officers,
    offices,
    pauses,
    people,
    priorities,
    ready_texts,
    staff,
    transfers,
    walk_ins,
    wanted_posts,
)
from bot.storage import council as councils
from bot.storage.ahead import Ahead
from bot.storage.enqueue import Fold, Outbox
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button, unpack
from bot.surface.context import Context, Tools, Turn
from bot.surface.rendering import Addressee
from bot.surface.screens import ShowScreen
from simulator.clock import START
from tests.storage import village
from tests.town import KOMYSHUVAKHA, resources

HERE = resources().register.community(KOMYSHUVAKHA).oblast
ELSEWHERE = next(each for each in resources().register.oblasts if each.code != HERE.code)
NEXT_DOOR = next(each.code for each in resources().register.communities_of(HERE.code) if each.code != KOMYSHUVAKHA)
ABSENT = 999_999
LAST_PERIOD = Period.of(START.date()).previous


@dataclass(frozen=True)
class World:
    """A community with a case of each kind, and a person for each role."""

    persons: dict[Who, PersonId]
    ids: dict[str, int]
    waiting: CaseId
    paused: CaseId
    kept: CaseId
    called: CaseId  # a call that was written down, with an answer that waits to be told
    draft: CaseId
    other_draft: CaseId
    unbound: int  # a chat without a community, kept by the officer
    board: int  # a group that is the board of the place
    requested: int  # another, whose administrator asks for an officer
    given: CaseId  # was transferred by an officer who serves here, too
    next_area: int  # of another community
    forwarded: CaseId
    to_council: int  # an invitation to a community's leadership, open
    member: int  # the part of a person of the council, whom the council member of the table has chosen


async def officer(tx: Transaction, name: str, *places: AreaId) -> tuple[PersonId, OfficerId]:
    person = await village.person(tx)
    found = await officers.add(tx, person)
    await tx.execute(
        "update officers set rank = 'rank', name = :name, position = 'pog' where id = :id", name=name, id=found
    )
    await officers.open_desk(tx, found)
    for place in places:
        await officers.assign(tx, found, place)
    return person, found


async def coordinator(tx: Transaction, oblast: str | None) -> PersonId:
    person = await village.person(tx)
    scope = Scope.COUNTRY if oblast is None else Scope.OBLAST
    await people.add_part(tx, person, Part(Role.COORDINATOR, scope, oblast), None)
    return person


async def resident(tx: Transaction) -> PersonId:
    person = await village.person(tx)
    await people.set_consent(tx, person, CONSENT_VERSION)
    await tx.execute("insert into residents(person_id, community) values (:p, :c)", p=person, c=KOMYSHUVAKHA)
    return person


async def a_proposal(tx: Transaction, council: PersonId) -> NoticeId:
    """A notice that a council proposes."""
    notice = await notices.add_of_council(tx, council, KOMYSHUVAKHA, Topic.ROAD, NoticeStatus.PROPOSED)
    await notices.set_content(tx, notice, Content({Language.UK: Body(Kind.TEXT, "words")}, []))
    return notice


async def area(tx: Transaction, community: CommunityCode) -> AreaId:
    await tx.execute(
        """insert into communities(code, oblast, enrolment, enrolled_at) values (:code, :oblast, 'active', 0)""",
        code=community,
        oblast=HERE.code,
    )
    await figures.publish(tx, community, LAST_PERIOD, None, {})
    return await areas.add(tx, community, "Дільниця")


async def written(tx: Transaction, case: CaseId, person: PersonId, officer_id: OfficerId) -> tuple[NoteId, ReadyTextId]:
    """What an officer has written for others: a note of a case, and a ready answer."""
    event = await cases.add_event(tx, case, Act.NOTE, Side.OFFICER, officer_id)
    note = await notes.add(tx, event, case, person, officer_id, "note", 1)
    return note, await ready_texts.add(tx, ReadyKind.ANSWER, Owner(officer_id=officer_id), "title", "words")


async def moved_cases(
    tx: Transaction, place: AreaId, owner: PersonId, officer_id: OfficerId, giver: OfficerId
) -> tuple[CaseId, CaseId]:
    """One that another officer gave to this one, and one that this one forwarded."""
    given = await village.case(tx, place, resident=owner, officer_id=officer_id, status=Status.IN_WORK)
    if (case := await cases.by_id(tx, given)) is not None:
        await transfers.add(tx, case, giver, None, None)
    forwarded = await village.case(tx, place, resident=owner, officer_id=officer_id, status=Status.FORWARDED)
    await forwards.add(tx, forwarded, tx.now + village.DAY)
    return given, forwarded


async def an_office(tx: Transaction, place: AreaId) -> OfficeId:
    """The office of an area, with all that can be said of one."""
    office = await office_hours.add_office(tx, NewOffice(KOMYSHUVAKHA, "title", 1, 1))
    await offices.set_office(tx, place, office)
    card = await offices.of_area(tx, place)
    assert card is not None
    await offices.set_photo(tx, card, Body(Kind.PHOTO, file=File(external_id="photo", external_unique_id="photo")))
    return office


async def a_priority(tx: Transaction, place: AreaId, *, is_public: bool) -> PriorityId:
    """Written to its end; the council is asked to read it, or residents were told."""
    priority = await priorities.add(tx, place, HalfYear.at(tx.now), "problem")
    for part in PriorityPart:
        await priorities.write(tx, priority, part, "words")
    await (priorities.note_set if is_public else priorities.note_asked)(tx, priority)
    return priority


async def joins(tx: Transaction) -> tuple[PersonId, PersonId]:
    """A council of two, the head and a secretary; a memorandum with its file, and an office on the map."""
    head, secretary = await village.person(tx), await village.person(tx)
    await councils.add(tx, head, KOMYSHUVAKHA, CouncilPost.HEAD, "Голова", None)
    await councils.add(tx, secretary, KOMYSHUVAKHA, CouncilPost.SECRETARY, "Секретар", None)
    await joining.put_memorandum(tx, KOMYSHUVAKHA, Memorandum("15", START.date()))
    await joining.put_memorandum_file(tx, KOMYSHUVAKHA, Body(Kind.PHOTO, file=File(external_id="photo")))
    office = replace(Readiness.unsaid(Item.OFFICE), place=Point(47.7, 35.5))
    await joining.put_readiness(tx, KOMYSHUVAKHA, office)
    return head, secretary


async def a_meeting(tx: Transaction, organiser: PersonId) -> MeetingId:
    """To which the council is invited, a day from now."""
    meeting = await meetings.add(tx, MeetingKind.SEMINAR, organiser)
    await meetings.set_time(tx, meeting, tx.now + village.DAY)
    await meetings.set_place(tx, meeting, "place")
    await meetings.set_point(tx, meeting, Point(47.7, 35.5))
    await meetings.set_words(tx, meeting, "words")
    await meetings.invite(tx, meeting, [KOMYSHUVAKHA])
    return meeting


async def world(tx: Transaction) -> World:
    place, other = await area(tx, KOMYSHUVAKHA), await area(tx, NEXT_DOOR)
    await areas.set_whole(tx, place, True)
    without_board = await areas.add(tx, KOMYSHUVAKHA, "Село")
    here, here_id = await officer(tx, "Тут", place, without_board)
    there, there_id = await officer(tx, "Там", other)
    former, former_id = await officer(tx, "Був", place)
    _, giver = await officer(tx, "Передає", place)
    tx.now -= village.DAY
    await officers.end_posts(tx, former_id, [place])
    tx.now += village.DAY
    owner, (council, secretary) = await resident(tx), await joins(tx)
    held = await village.case(tx, place, resident=owner, officer_id=here_id, status=Status.IN_WORK)
    message = await case_messages.add(
        tx, held, NewMessage(Side.OFFICER, Body(Kind.TEXT, "words"), tx.now, officer_id=here_id)
    )
    note, ready = await written(tx, held, here, here_id)
    waiting = await village.case(tx, None, resident=await resident(tx))
    paused = await village.case(tx, place, resident=owner, officer_id=here_id, status=Status.IN_WORK)
    await pauses.add(tx, paused, here_id, "reason", tx.now + village.DAY)
    kept = await village.case(tx, None, resident=await resident(tx))
    await holds.add(tx, kept, "reason", tx.now + village.DAY)
    given, forwarded = await moved_cases(tx, place, owner, here_id, giver)
    merge = await merges.add(tx, held, given, here)
    for each in (held, waiting, paused, kept, given, forwarded):
        await cases.add_event(tx, each, Act.SEND, Side.RESIDENT)
    draft, other_draft = await village.draft(tx, owner), await village.draft(tx, owner)
    persons = {
        Who.STRANGER: await village.person(tx),
        Who.RESIDENT: await resident(tx),
        Who.OWNER: owner,
        Who.OFFICER: here,
        Who.OFFICER_ELSEWHERE: there,
        Who.FORMER_OFFICER: former,
        Who.COORDINATOR: await coordinator(tx, HERE.code),
        Who.COORDINATOR_ELSEWHERE: await coordinator(tx, ELSEWHERE.code),
        Who.COUNTRY: await coordinator(tx, None),
        Who.COUNCIL: council,
    }
    chat = await community_chats.note(
        tx, Membership(-100, ChatKind.GROUP, "title", Rights(True, True, True, True)), None
    )
    await community_chats.bind(tx, chat, KOMYSHUVAKHA, here, [])
    board = await chats.met(tx, -400, ChatKind.GROUP)
    await boards.bind(tx, board, "title", [place], can_post=True)
    unbound = await community_chats.note(
        tx, Membership(-200, ChatKind.GROUP, "title", Rights(True, True, True, True)), here
    )
    requested = await community_chats.note(
        tx, Membership(-300, ChatKind.GROUP, "title", Rights(True, True, True, True)), None
    )
    await community_chats.note_request(tx, requested, persons[Who.RESIDENT])
    await community_chats.ask_of(tx, requested, KOMYSHUVAKHA, tx.now)
    invitation, proposal = [
        await invitations.add(tx, InvitedAs.OFFICER, InvitationScope.AREA, str(place), coordinating, token, "Ім’я")
        for coordinating, token in ((persons[Who.COORDINATOR], "x"), (persons[Who.COORDINATOR], "y"))
    ]
    invited, _ = await officer(tx, "Запрошено")
    await invitations.propose(tx, proposal, invited, "123456", "account")
    notice = await tx.insert(
        """insert into notices(person_id, officer_id, topic, status, created_at, touched_at, sent_at)
           values (:person, :officer, 'road', 'sent', :now, :now, :now) returning id""",
        person=here,
        officer=here_id,
        now=tx.now,
    )
    await notices.set_content(tx, NoticeId(notice), Content({Language.UK: Body(Kind.TEXT, "words")}, []))
    await tx.execute(
        "insert into notice_places(notice_id, community, area_id) values (:n, :c, :a)",
        n=notice,
        c=KOMYSHUVAKHA,
        a=place,
    )
    office = await an_office(tx, place)
    rule = await tx.insert(
        """insert into office_rules(officer_id, office_id, days, repeat, starts, ends, since, created_at)
           values (:o, :f, 127, 'every', '09:00', '12:00', '2026-01-01', 0) returning id""",
        o=here_id,
        f=office,
    )
    exception = await tx.insert(
        """insert into office_exceptions(officer_id, day, office_id, starts, ends, created_at)
           values (:o, '2027-01-01', :f, '09:00', '10:00', 0) returning id""",
        o=here_id,
        f=office,
    )
    away = Span(tx.now + 10 * village.DAY, tx.now + 20 * village.DAY)
    absence = await absences.add(tx, here_id, away, there_id, here)
    assert absence is not None
    deputy = await coordinator(tx, HERE.code)
    [part], [member] = await staff.parts_of(tx, deputy), await staff.parts_of(tx, secretary)
    meeting_draft, meeting = [await a_meeting(tx, persons[Who.COORDINATOR]) for _ in range(2)]
    await meetings.announce(tx, meeting)
    ids = {
        "person_id": deputy, "part_id": part.id, "proposal_id": proposal,
        "case_id": held, "message_id": message, "officer_id": here_id, "area_id": place, "invitation_id": invitation,
        "chat_id": chat, "notice_id": notice, "proposal": await a_proposal(tx, council),
        "office_id": office, "rule_id": rule, "exception_id": exception,
        "meeting_id": meeting, "meeting_draft": meeting_draft, "note_id": note, "merge_id": merge, "text_id": ready,
        "absence_id": absence, "import_id": await checked_file(tx, persons[Who.COORDINATOR]),
        "wanted_id": await wanted_posts.add(tx, place, "Ім’я"),
        "priority_id": await a_priority(tx, place, is_public=False),
        "announced": await a_priority(tx, place, is_public=True),
    }  # fmt: skip
    return World(
        persons,
        dict(ids),
        waiting,
        paused,
        kept,
        await a_call(tx, place, here_id),
        draft,
        other_draft,
        unbound,
        board,
        requested,
        given,
        other,
        forwarded,
        await invitations.add(
            tx,
            InvitedAs.COUNCIL,
            InvitationScope.COMMUNITY,
            KOMYSHUVAKHA,
            persons[Who.COORDINATOR],
            "z",
            "Ім’я",
            CouncilPost.HEAD,
        ),
        member.id,
    )


async def checked_file(tx: Transaction, sender: PersonId) -> DirectoryImportId:
    """A file by which its sender may change the directory."""
    import_id = await directory.add_import(tx, sender, "file", 1)
    added = Row(Page.COMMUNITIES, 2, {Heading.CODE: KOMYSHUVAKHA})
    directory.add_part(tx, import_id, directory.Part(KOMYSHUVAKHA, directory.Rows((added,))))
    finding = Finding.of(added, Level.CREATED, "directory-community-added")
    directory.set_findings(tx, import_id, KOMYSHUVAKHA, (finding,))
    await directory.set_state(tx, import_id, directory.State.CHECKED)
    return import_id


async def a_call(tx: Transaction, place: AreaId, officer_id: OfficerId) -> CaseId:
    call = await walk_ins.add(tx, officer_id, Channel.PHONE, Category.THEFT, KOMYSHUVAKHA, None, 1)
    await walk_ins.link(tx, call, "Ім’я", None)
    stored = await village.loaded(tx, call)
    opened = replace(stored, number="КШ-2026-999999", status=Status.IN_WORK, area_id=place, officer_id=officer_id)
    await cases.save(tx, opened)
    answer = NewMessage(Side.OFFICER, Body(Kind.TEXT, "words"), tx.now, officer_id=officer_id)
    await case_messages.add(tx, call, answer)
    return call


DRAFTS = {"SendUnnamed", "SendNamed", "CancelDraft", "Preview", "LeaveDraft", "LeftDraft", "ChangeTopic", "TakeOver"}
MEETING_DRAFTS = {"MeetingAudience", "TurnInvited", "InviteAll", "AnnounceMeeting"}
BOARD = {"AskUnbind", "UnbindBoard"}
UNBOUND = {"WhoseChat", "FindForChat", "BindChat", "DeclineChat"}
REQUESTED = {"AskForOfficer", "ChooseForRequest", "FindForRequest", "SendRequest", "AcceptRequest", "TurnDownRequest"}
OF_COUNCIL = {"MemberPage", "AskEndMember", "EndMember", "AskLockMember", "LockMember", "UnlockMember"}
QUEUED = {"QueuedCase", "GiveList", "GivePage", "GiveCase", "Hold", "HoldFor"}
PAUSED = {"LiftPause", "Appeal"}
KEPT = {"HoldPage", "Prolong", "EndHold"}
CALLED = {
    "HandAnswer", "AnswerRead", "AnswerGiven", "PrintAnswer", "IssueSlip", "AddWords",
    "CorrectCase", "CorrectPerson", "ForgetPerson", "CorrectPlace", "TakeCorrectPlace",
}  # fmt: skip
GIVEN_AWAY = {"GiveBack"}
FORWARDED = {"HandedOver"}
NEXT_DOOR_ALONE = {"TransferToCommunity", "TransferToArea"}
MONTHS = 3
OF_ABSENCES = {"AskLastDay", "ChooseStandIn", "CheckAbsence", "SaveAbsence", "SetLastDay"}
DAYS = {"day": 20261205, "last_day": 20261210}
OF_PROPOSALS = {"TakeProposal", "RefuseProposal"}
PROPOSED = {"OwnProposal", "WithdrawProposal", "Proposal", "ConfirmProposal", "DeclineProposal"}


def forged(kind: type[Button], world: World, *, absent: bool = False) -> Button:
    """A button of this class that names what there is, or (`absent`) what there is not."""
    ids = named_by(kind, world)
    if absent:
        ids = dict.fromkeys(ids, ABSENT)
    texts = {
        "community": "UA00000000000000000" if absent else KOMYSHUVAKHA,
        "settlement": resources().register.community(KOMYSHUVAKHA).settlements[0].code,
        "second": "",
        "third": "",
        "owner": "own",
        "fact": "duty",
        "period": LAST_PERIOD.first.isoformat(),
        "opening": rule_key(RuleId(ids["rule_id"]), START.date() + village.DAY),
    }
    if kind.__name__ in NEXT_DOOR_ALONE and not absent:
        texts["community"], ids["area_id"] = NEXT_DOOR, world.next_area
    given: dict[str, Any] = {**ids, **texts, "months": MONTHS, **(DAYS if kind.__name__ in OF_ABSENCES else {})}
    return kind(**{name: given.get(name, some(hint)) for name, hint in fields_of(kind).items()})


def fields_of(kind: type[Button]) -> dict[str, type]:
    """What a button of this class carries."""
    return {name: plain(hint) for name, hint in get_type_hints(kind).items() if name not in ("code", "codes")}


def named_by(kind: type[Button], world: World) -> dict[str, int]:
    """The ids that a button of this class names."""
    name, ids = kind.__name__, {**world.ids, "draft_id": world.draft, "other_id": world.other_draft}
    cases_of = (
        (DRAFTS, world.draft),
        (QUEUED, world.waiting),
        (PAUSED, world.paused),
        (KEPT, world.kept),
        (CALLED, world.called),
        (GIVEN_AWAY, world.given),
        (FORWARDED, world.forwarded),
    )
    for names, case in cases_of:
        if name in names:
            ids["case_id"] = case
    if name in OF_PROPOSALS:
        ids["notice_id"] = world.ids["proposal"]
    if name in PROPOSED:
        ids["invitation_id"] = world.ids["proposal_id"]
    alone = {"PrintInvitation": {"invitation_id": world.to_council}, "Plan": {"priority_id": world.ids["announced"]}}
    ids |= alone.get(name, {})
    if name in OF_COUNCIL:
        ids["part_id"] = world.member
    for names, chat in ((UNBOUND, world.unbound), (BOARD, world.board), (REQUESTED, world.requested)):
        if name in names:
            ids["chat_id"] = chat
    if name in MEETING_DRAFTS:
        ids["meeting_id"] = world.ids["meeting_draft"]
    return ids


def plain(hint: Any) -> type:  # noqa: ANN401  # a NewType or a class
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    return cast("type", hint)


CHOSEN: Mapping[type[Enum], Enum] = {
    Path: Path.EDITING,
    Field: Field.PHONE,
    Channel: Channel.PHONE,
    CouncilPost: CouncilPost.SECRETARY,
}


def some(hint: type) -> object:
    """A value of a type."""
    if issubclass(hint, Enum):
        return CHOSEN.get(hint) or next(iter(hint))
    return cast("Callable[[int], object]", hint)(1)


class Recorded(Outbox):
    """Keeps letters instead of sending them."""

    def __init__(self, now: datetime) -> None:
        super().__init__(now)
        self.letters: list[tuple[Party, Letter]] = []

    def tell(
        self,
        party: Party,
        letter: Letter,
        *,
        dedupe: str | None = None,
        asked: LetterClass | None = None,
        fold: Fold | None = None,
    ) -> None:
        self.letters.append((party, letter))


def context_of(tx: Transaction, actor: Actor | None = None) -> Context:
    """A turn of this person, or in a group of nobody."""
    loaded = resources()
    tools = Tools(loaded.texts, loaded.register, loaded.search, "bot")
    return Context(Turn(tx, Ahead(tx, {}, {}, {}), 1, actor), tools)


SHOWN = "shown"


async def said_to(tx: Transaction, person: PersonId, asks: Callable[[Context], Awaitable[None]]) -> str:
    """The bot's answer to a request of a person: SHOWN, or the name of a refusal. It is rolled back."""
    await tx.savepoint()
    outbox = tx.outbox = Recorded(tx.now)
    try:
        actor, loaded = await people.known(tx, person), resources()
        context = context_of(tx, actor)
        await asks(context)
        to = Addressee(tx, PersonAt(person), person, actor.chat_id, context.say, loaded.register, loaded.search, "bot")
        for party, letter in outbox.letters:
            if party == PersonAt(person) and isinstance(letter, ShowScreen):
                shown = unpack(letter.button)
                await FEATURES.every_screen[type(shown)](to, shown)
    except Refusal as refusal:
        return type(refusal).__name__
    finally:
        await tx.rollback_to_savepoint()
    return SHOWN


async def pressed(tx: Transaction, person: PersonId, button: Button) -> str:
    async def press(context: Context) -> None:
        await FEATURES.every_press[type(button)](context, button)

    return await said_to(tx, person, press)
