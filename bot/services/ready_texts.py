"""Ready answers and reasons: who writes which, and what a case makes of one.

An officer writes their own and those of the areas they serve, a coordinator those of the oblast. Whoever sits at a
case's desk uses their own, those of the case's area and of its oblast.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.bodies import Body
from bot.domain.bodies import Kind as BodyKind
from bot.domain.cases import Case
from bot.domain.ids import CaseId, OfficerId, PersonId, ReadyTextId
from bot.domain.languages import Language
from bot.domain.people import Actor, Role, Scope
from bot.domain.ready_texts import (
    MOST,
    Field,
    Kind,
    Owner,
    ReadyText,
    TooManyReady,
    checked_text,
    checked_title,
)
from bot.domain.refusals import NotFound
from bot.services.cases import moves, talk
from bot.services.cases.access import answerable_case, seen_at_desk
from bot.services.office_hours import Reception, reception
from bot.storage import audit, case_lists, cases, communities, officers
from bot.storage import ready_texts as stored
from bot.storage.transaction import Transaction

# Whose they are.


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose texts a person writes (`owners`, with the names of areas), and all that they may read."""

    owners: Sequence[tuple[Owner, str]]
    texts: Sequence[ReadyText]


async def reach_of(tx: Transaction, person_id: PersonId) -> Reach:
    """Raises NotFound for a person who works at no desk."""
    desk = await case_lists.desk_of(tx, person_id)
    if desk is None:
        raise NotFound
    officer = desk.officer or None
    posts = await officers.posts(tx, officer) if officer is not None else []
    parts = [part for part in await communities.parts(tx, person_id) if part.role is Role.COORDINATOR]
    oblasts = [part.code for part in parts if part.scope is Scope.OBLAST and part.code is not None]
    owners = [(Owner(officer_id=officer), "")] if officer is not None else []
    owners += [(Owner(area_id=post.area_id), post.name) for post in posts]
    owners += [(Owner(oblast=oblast), "") for oblast in oblasts]
    if not owners:
        raise NotFound
    around = await stored.oblasts_of(tx, [post.community for post in posts])
    texts = await stored.of(tx, officer, [post.area_id for post in posts], [*oblasts, *around])
    return Reach(owners, texts)


async def writes_any(tx: Transaction, person_id: PersonId) -> bool:
    """Whether any are this person's to write: a coordinator of the country has no oblast of their own."""
    try:
        await reach_of(tx, person_id)
    except NotFound:
        return False
    return True


async def readable(tx: Transaction, person_id: PersonId, text_id: ReadyTextId) -> tuple[ReadyText, bool]:
    """A text, and whether this person may change it. Raises NotFound."""
    reach = await reach_of(tx, person_id)
    text = next((each for each in reach.texts if each.id == text_id), None)
    if text is None:
        raise NotFound
    return text, text.owner in [owner for owner, _ in reach.owners]


async def editable(tx: Transaction, person_id: PersonId, text_id: ReadyTextId) -> ReadyText:
    """Raises NotFound."""
    text, may_change = await readable(tx, person_id, text_id)
    if not may_change:
        raise NotFound
    return text


async def owner_named(tx: Transaction, person_id: PersonId, code: str) -> Owner:
    """The owner that a button names, where this person writes its texts. Raises NotFound."""
    reach = await reach_of(tx, person_id)
    owner = next((owner for owner, _ in reach.owners if owner.code == code), None)
    if owner is None:
        raise NotFound
    return owner


async def add(tx: Transaction, actor: Actor, kind: Kind, owner_code: str, title: str, uk: str) -> ReadyTextId:
    """Raises NotFound, TooManyReady, and what the checks of its words raise."""
    owner = await owner_named(tx, actor.person_id, owner_code)
    reach = await reach_of(tx, actor.person_id)
    if sum(text.owner == owner for text in reach.texts) >= MOST:
        raise TooManyReady(limit=MOST)
    text_id = await stored.add(tx, kind, owner, checked_title(title), checked_text(uk))
    await _note(tx, actor, "add", text_id)
    return text_id


async def change(tx: Transaction, actor: Actor, text_id: ReadyTextId, field: Field, value: str | None) -> None:
    """Change a title or a text; the English one may be taken away. Raises as `add` does."""
    await editable(tx, actor.person_id, text_id)
    if value is not None:
        value = checked_title(value) if field is Field.TITLE else checked_text(value)
    elif field is not Field.EN:
        raise NotFound
    await stored.change(tx, text_id, field, value)
    await _note(tx, actor, f"set {field}", text_id)


async def remove(tx: Transaction, actor: Actor, text_id: ReadyTextId) -> None:
    """Raises NotFound."""
    await editable(tx, actor.person_id, text_id)
    await stored.remove(tx, text_id)
    await _note(tx, actor, "remove", text_id)


async def _note(tx: Transaction, actor: Actor, act: str, text_id: ReadyTextId) -> None:
    who = audit.officer(actor.officer_id) if actor.officer_id else audit.coordinator(actor.person_id)
    community = await officers.community_of(tx, actor.officer_id) if actor.officer_id else None
    oblast = next((part.code for part in actor.parts if part.scope is Scope.OBLAST), None)
    audit.write(tx, who, act, "ready text", text_id, community, oblast=None if community else oblast)


# In a case.


async def for_case(tx: Transaction, person_id: PersonId, case_id: CaseId, kind: Kind) -> list[ReadyText]:
    """Those that can be used at the desk of a case, the most used first. Raises NotFound."""
    case = await seen_at_desk(tx, person_id, case_id)
    return [text for text in await _usable(tx, await _officer(tx, person_id), case) if text.kind is kind]


async def _officer(tx: Transaction, person_id: PersonId) -> OfficerId | None:
    desk = await case_lists.desk_of(tx, person_id)
    return desk.officer or None if desk is not None else None


async def _usable(tx: Transaction, officer: OfficerId | None, case: Case) -> list[ReadyText]:
    areas = [case.area_id] if case.area_id is not None else []
    oblasts = await stored.oblasts_of(tx, [case.community] if case.community is not None else [])
    return await stored.of(tx, officer, areas, oblasts)


@dataclass(frozen=True, slots=True)
class Filling:
    """What a case fills a ready text with, for its resident to read."""

    case: Case
    text: ReadyText
    language: Language
    name: str | None
    reception: Reception


async def filling(tx: Transaction, person_id: PersonId, case_id: CaseId, text_id: ReadyTextId) -> Filling:
    """Raises NotFound, also once nothing leads to its resident."""
    case, officer = await seen_at_desk(tx, person_id, case_id), await _officer(tx, person_id)
    text = next((each for each in await _usable(tx, officer, case) if each.id == text_id), None)
    link = await cases.link(tx, case.id)
    if text is None or link is None:
        raise NotFound
    known = Reception(hidden=True)
    if officer is not None and case.community is not None:
        known = await reception(tx, [officer], case.community)
    return Filling(case, text, link.language or Language.UK, link.name, known)


async def send(tx: Transaction, actor: Actor, case_id: CaseId, text: ReadyText, words: str) -> None:
    """Answer with these words, or decline for them. Raises what answering and declining raise."""
    await answerable_case(tx, actor, case_id)
    body = Body(BodyKind.TEXT, words)
    if text.kind is Kind.REASON:
        await moves.decline(tx, actor, case_id, body)
    else:
        await talk.desk_says(tx, actor, case_id, text.kind.act, body, tx.now, said_as=0)
    await stored.note_used(tx, text.id)
