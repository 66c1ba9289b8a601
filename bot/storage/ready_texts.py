"""Ready answers and reasons: whose they are, what they say, and how often each was used."""

from collections.abc import Sequence

from bot.domain.ids import AreaId, OfficerId, ReadyTextId
from bot.domain.ready_texts import Field, Kind, Owner, ReadyText
from bot.register import CommunityCode
from bot.storage.transaction import Transaction

READY = "t.id, t.kind, t.officer_id, t.area_id, t.oblast, t.title, t.uk, t.en, t.used"


async def add(tx: Transaction, kind: Kind, owner: Owner, title: str, uk: str) -> ReadyTextId:
    return ReadyTextId(
        await tx.insert(
            """insert into ready_texts(kind, officer_id, area_id, oblast, title, uk, created_at, changed_at)
               values (:kind, :officer, :area, :oblast, :title, :uk, :now, :now) returning id""",
            kind=kind,
            officer=owner.officer_id,
            area=owner.area_id,
            oblast=owner.oblast,
            title=title,
            uk=uk,
            now=tx.now,
        )
    )


async def by_id(tx: Transaction, text_id: ReadyTextId) -> ReadyText | None:
    return await tx.fetch_one(ReadyText, f"select {READY} from ready_texts t where t.id = :id", id=text_id)


async def of(
    tx: Transaction, officer_id: OfficerId | None, areas: Sequence[AreaId], oblasts: Sequence[str]
) -> list[ReadyText]:
    """An officer's own, those of areas and those of oblasts; the most used first.

    Indexes: ready_texts_officer, ready_texts_area, ready_texts_oblast.
    """
    return await tx.fetch_all(
        ReadyText,
        f"""select {READY} from ready_texts t where t.officer_id = :officer
            union all select {READY} from ready_texts t where t.area_id in (:areas)
            union all select {READY} from ready_texts t where t.oblast in (:oblasts)
            order by used desc, id desc""",
        officer=officer_id or 0,
        areas=list(areas) or [0],
        oblasts=list(oblasts) or [""],
    )


async def oblasts_of(tx: Transaction, communities: Sequence[CommunityCode]) -> list[str]:
    """The oblasts in which these communities are."""
    if not communities:
        return []
    sql = "select distinct oblast from communities where code in (:communities) order by oblast"
    return await tx.column(str, sql, communities=list(communities))


async def change(tx: Transaction, text_id: ReadyTextId, field: Field, value: str | None) -> None:
    """What one of its fields says from now on; only the English text can be absent."""
    await tx.execute(
        f"update ready_texts set {field.value} = :{field.value}, changed_at = :now where id = :id",
        now=tx.now,
        id=text_id,
        **{field.value: value},
    )


async def note_used(tx: Transaction, text_id: ReadyTextId) -> None:
    await tx.execute("update ready_texts set used = used + 1 where id = :id", id=text_id)


async def remove(tx: Transaction, text_id: ReadyTextId) -> None:
    await tx.execute("delete from ready_texts where id = :id", id=text_id)
