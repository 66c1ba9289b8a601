"""Calls and visits that were written down: cases with a link that names no person."""

from bot.domain.cases import Category, Channel, Kind, Status
from bot.domain.ids import CaseId, OfficerId
from bot.register import CommunityCode, SettlementCode
from bot.storage.transaction import Transaction


async def add(
    tx: Transaction,
    officer_id: OfficerId,
    channel: Channel,
    category: Category,
    community: CommunityCode,
    settlement: SettlementCode | None,
    spoken_consent: int | None,
) -> CaseId:
    """A case that is not open yet."""
    return CaseId(
        await tx.insert(
            """insert into cases(kind, status, category, community, settlement, channel, recorded_by, unclaimed,
                   spoken_consent, created_at, touched_at)
               values (:kind, :status, :category, :community, :settlement, :channel, :officer, :unclaimed,
                   :consent, :now, :now) returning id""",
            kind=Kind.REPORT,
            status=Status.DRAFT,
            category=category,
            community=community,
            settlement=settlement,
            channel=channel,
            officer=officer_id,
            unclaimed=True,
            consent=spoken_consent,
            now=tx.now,
        )
    )


async def link(tx: Transaction, case_id: CaseId, name: str | None, phone: str | None) -> None:
    """What is known of its person."""
    await tx.execute(
        "insert into case_links(case_id, name, phone) values (:case, :name, :phone)",
        case=case_id,
        name=name,
        phone=phone,
    )


async def set_person(
    tx: Transaction, case_id: CaseId, name: str | None, phone: str | None, spoken_consent: int | None
) -> None:
    """What is known of its person from now on, and to which text they agreed for that."""
    await tx.execute(
        "update case_links set name = :name, phone = :phone where case_id = :case",
        case=case_id,
        name=name,
        phone=phone,
    )
    sql = "update cases set spoken_consent = :consent where id = :case"
    await tx.execute(sql, consent=spoken_consent, case=case_id)
