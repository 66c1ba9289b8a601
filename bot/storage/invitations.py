"""Invitations, found by the SHA-256 of their token."""

from bot.domain.ids import AreaId, InvitationId, PersonId
from bot.domain.invitations import Invitation, InvitationScope, InvitedAs
from bot.storage.transaction import Transaction

INVITATION = "i.id, i.role, i.scope, i.scope_code, i.issued_by, i.expires_at"
GOOD = "i.confirmed_at is null and i.expires_at > :now"


async def add(
    tx: Transaction, role: InvitedAs, scope: InvitationScope, code: str | None, by: PersonId | None, token_hash: str
) -> InvitationId:
    return InvitationId(
        await tx.insert(
            """insert into invitations(token_hash, role, scope, scope_code, issued_by, issued_at, expires_at)
               values (:hash, :role, :scope, :code, :by, :now, :expires) returning id""",
            hash=token_hash,
            role=role,
            scope=scope,
            code=code,
            by=by,
            now=tx.now,
            expires=tx.now + tx.policy.invitation_valid,
        )
    )


async def set_hash(tx: Transaction, invitation_id: InvitationId, token_hash: str) -> None:
    """From now on this token opens the invitation, and no other."""
    await tx.execute("update invitations set token_hash = :hash where id = :id", hash=token_hash, id=invitation_id)


async def by_hash(tx: Transaction, token_hash: str) -> Invitation | None:
    """The invitation that this token opens, if it can still be accepted."""
    sql = f"select {INVITATION} from invitations i where i.token_hash = :hash and {GOOD}"
    return await tx.fetch_one(Invitation, sql, hash=token_hash, now=tx.now)


async def by_id(tx: Transaction, invitation_id: InvitationId) -> Invitation | None:
    """The invitation, if it can still be accepted."""
    sql = f"select {INVITATION} from invitations i where i.id = :id and {GOOD}"
    return await tx.fetch_one(Invitation, sql, id=invitation_id, now=tx.now)


async def pending(tx: Transaction, area_id: AreaId) -> list[Invitation]:
    """The invitations to an area that can still be accepted, oldest first. Index: invitations_scope."""
    return await tx.fetch_all(
        Invitation,
        f"""select {INVITATION} from invitations i
             where i.scope = 'area' and i.scope_code = :area and {GOOD} order by i.id""",
        area=str(area_id),
        now=tx.now,
    )


async def use(tx: Transaction, invitation_id: InvitationId, person_id: PersonId) -> bool:
    """Spend the invitation; False when another person was first, or it is no longer good."""
    sql = """update invitations set proposed_at = :now, proposed_by = :person, confirmed_at = :now
              where id = :id and confirmed_at is null and expires_at > :now returning id"""
    return await tx.exists(sql, id=invitation_id, person=person_id, now=tx.now)


async def revoke(tx: Transaction, invitation_id: InvitationId) -> None:
    await tx.execute("delete from invitations where id = :id and confirmed_at is null", id=invitation_id)


async def revoke_all(tx: Transaction, area_id: AreaId) -> None:
    """Take back every invitation to an area. Index: invitations_scope."""
    await tx.execute(
        "delete from invitations where scope = 'area' and scope_code = :area and confirmed_at is null",
        area=str(area_id),
    )
