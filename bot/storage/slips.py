"""Slips of calls and visits. There is one of a case at most: it goes when it was used or tried too often."""

from bot.domain.ids import CaseId, OfficerId, PersonId, SlipId
from bot.domain.slips import VALID, Secrets, Slip
from bot.storage.rights import coordinates, is_officer_in
from bot.storage.transaction import Transaction

SLIP = "s.id, s.case_id, s.seed, s.code_hash, s.officer_id, s.expires_at, s.tries"


async def issue(tx: Transaction, case_id: CaseId, seed: str, secrets: Secrets, officer_id: OfficerId | None) -> SlipId:
    """A slip of a case, in place of the one that there was. Those that have expired go. Indexes: case_slips_case,
    case_slips_expiry.
    """
    await tx.execute("delete from case_slips where case_id = :case", case=case_id)
    await tx.execute("delete from case_slips where expires_at <= :now", now=tx.now)
    return SlipId(
        await tx.insert(
            """insert into case_slips(case_id, seed, token_hash, code_hash, officer_id, expires_at)
               values (:case, :seed, :token, :code, :officer, :expires) returning id""",
            case=case_id,
            seed=seed,
            token=secrets.token_hash,
            code=secrets.code_hash,
            officer=officer_id,
            expires=tx.now + VALID,
        )
    )


async def by_id(tx: Transaction, slip_id: SlipId) -> Slip | None:
    """One that can still be used."""
    sql = f"select {SLIP} from case_slips s where s.id = :id and s.expires_at > :now"
    return await tx.fetch_one(Slip, sql, id=slip_id, now=tx.now)


async def by_token(tx: Transaction, token_hash: str) -> Slip | None:
    """One that can still be used. Index: case_slips_token."""
    sql = f"select {SLIP} from case_slips s where s.token_hash = :hash and s.expires_at > :now"
    return await tx.fetch_one(Slip, sql, hash=token_hash, now=tx.now)


async def note_wrong_code(tx: Transaction, slip_id: SlipId) -> None:
    await tx.execute("update case_slips set tries = tries + 1 where id = :id", id=slip_id)


async def end(tx: Transaction, slip_id: SlipId) -> None:
    await tx.execute("delete from case_slips where id = :id", id=slip_id)


async def works_there(tx: Transaction, person_id: PersonId, case_id: CaseId) -> bool:
    """Whether a person serves in the community of a case, or coordinates it."""
    return await tx.exists(
        f"""select c.id from cases c where c.id = :case
               and ({is_officer_in("c.community", ":person")} or {coordinates(":person", "c.community")})""",
        case=case_id,
        person=person_id,
    )


async def claim(tx: Transaction, case_id: CaseId, person_id: PersonId, consent_version: int | None) -> bool:
    """Let a case that leads to nobody lead to this person; False where it leads to somebody, or was erased."""
    claimed = await tx.exists(
        """update cases set unclaimed = :no, consent_version = :consent
            where id = :case and unclaimed and erase_asked_at is null and link_erased_at is null returning id""",
        no=False,
        consent=consent_version,
        case=case_id,
    )
    if claimed:
        sql = "update case_links set person_id = :person where case_id = :case"
        await tx.execute(sql, person=person_id, case=case_id)
    return claimed
