"""Invitations, found by the SHA-256 of their token, and the proposals that are made by them."""

from dataclasses import dataclass

from bot.domain.ids import AreaId, InvitationId, PersonId
from bot.domain.invitations import Invitation, InvitationScope, InvitedAs, State
from bot.domain.people import CouncilPost
from bot.register import CommunityCode
from bot.storage.rights import coordinates
from bot.storage.transaction import Transaction

INVITATION = """i.id, i.role, i.scope, i.scope_code, i.issued_by, i.expires_at, i.name, i.proposed_by, i.code,
    i.account, i.confirmed_at, i.ended, i.post"""
UNDECIDED = "confirmed_at is null and ended is null"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal as a list shows it: by the name that was given, and the area, or the community (`area` is None) whose
    council it is.
    """

    id: InvitationId
    name: str
    area: str | None
    community: CommunityCode


async def add(
    tx: Transaction,
    role: InvitedAs,
    scope: InvitationScope,
    code: str | None,
    by: PersonId | None,
    token_hash: str,
    name: str | None,
    post: CouncilPost | None = None,
) -> InvitationId:
    """A new invitation for a person of this name."""
    rules = tx.policy.invitations
    return InvitationId(
        await tx.insert(
            """insert into invitations(token_hash, role, scope, scope_code, issued_by, issued_at, expires_at,
                                       name, post)
               values (:hash, :role, :scope, :code, :by, :now, :expires, :name, :post) returning id""",
            hash=token_hash,
            role=role,
            scope=scope,
            code=code,
            by=by,
            now=tx.now,
            expires=tx.now + (rules.council_valid if role is InvitedAs.COUNCIL else rules.valid),
            name=name,
            post=post,
        )
    )


async def set_hash(tx: Transaction, invitation_id: InvitationId, token_hash: str) -> None:
    """From now on this token opens the invitation, and no other."""
    await tx.execute("update invitations set token_hash = :hash where id = :id", hash=token_hash, id=invitation_id)


async def by_hash(tx: Transaction, token_hash: str) -> Invitation | None:
    """The invitation that this token opens, whatever has become of it."""
    return await tx.fetch_one(
        Invitation, f"select {INVITATION} from invitations i where i.token_hash = :hash", hash=token_hash
    )


async def by_id(tx: Transaction, invitation_id: InvitationId) -> Invitation | None:
    """The invitation, whatever has become of it."""
    return await tx.fetch_one(Invitation, f"select {INVITATION} from invitations i where i.id = :id", id=invitation_id)


async def undecided(tx: Transaction, area_id: AreaId) -> list[Invitation]:
    """The invitations to an area that are open or wait to be confirmed, oldest first."""
    return await _undecided_at(tx, InvitationScope.AREA, str(area_id))


async def undecided_to_council(tx: Transaction, community: CommunityCode) -> list[Invitation]:
    """The same of those to a community's council."""
    return await _undecided_at(tx, InvitationScope.COMMUNITY, community)


async def _undecided_at(tx: Transaction, scope: InvitationScope, code: str) -> list[Invitation]:
    """Index: invitations_scope."""
    return await tx.fetch_all(
        Invitation,
        f"""select {INVITATION} from invitations i
             where i.scope = :scope and i.scope_code = :code and {UNDECIDED} and i.expires_at > :now order by i.id""",
        scope=scope,
        code=code,
        now=tx.now,
    )


async def undecided_by(tx: Transaction, person_id: PersonId) -> list[Invitation]:
    """Those that a person has issued and nobody has decided on. Index: invitations_by."""
    return await tx.fetch_all(
        Invitation,
        f"""select {INVITATION} from invitations i
             where i.issued_by = :person and {UNDECIDED} and i.expires_at > :now order by i.id""",
        person=person_id,
        now=tx.now,
    )


async def waiting(tx: Transaction, limit: int) -> list[Invitation]:
    """The proposals that wait to be confirmed, those that expire first at the top. Index: invitations_waiting."""
    return await tx.fetch_all(
        Invitation,
        f"""select {INVITATION} from invitations i
             where i.proposed_at is not null and {UNDECIDED} and i.expires_at > :now
             order by i.expires_at, i.id limit :limit""",
        now=tx.now,
        limit=limit,
    )


async def waiting_for(tx: Transaction, person_id: PersonId, limit: int) -> list[Proposed]:
    """The proposals on which this coordinator may decide, those that expire first at the top.

    Index: invitations_waiting.
    """
    officers = await tx.fetch_all(
        Proposed,
        f"""select i.id, o.name, a.name as area, a.community from invitations i
              join areas a on a.id = case when i.scope = 'area' then cast(i.scope_code as bigint) end
              join officers o on o.person_id = i.proposed_by
             where i.proposed_at is not null and {UNDECIDED} and i.expires_at > :now and a.closed_at is null
               and i.proposed_by <> :person and {coordinates(":person", "a.community")}
             order by i.expires_at, i.id limit :limit""",
        person=person_id,
        now=tx.now,
        limit=limit,
    )
    councils = await tx.fetch_all(
        Proposed,
        f"""select i.id, i.name, cast(null as text) as area, i.scope_code as community from invitations i
             where i.proposed_at is not null and {UNDECIDED} and i.expires_at > :now and i.scope = 'community'
               and i.proposed_by <> :person and {coordinates(":person", "i.scope_code")}
             order by i.expires_at, i.id limit :limit""",
        person=person_id,
        now=tx.now,
        limit=limit,
    )
    return [*officers, *councils][:limit]


async def expired(tx: Transaction, limit: int) -> list[Invitation]:
    """The proposals that were not confirmed in time and of which nobody was notified. Index: invitations_waiting."""
    return await tx.fetch_all(
        Invitation,
        f"""select {INVITATION} from invitations i
             where i.proposed_at is not null and {UNDECIDED} and i.expires_at <= :now
             order by i.expires_at, i.id limit :limit""",
        now=tx.now,
        limit=limit,
    )


async def waits(tx: Transaction, person_id: PersonId, scope: InvitationScope, code: str | None) -> bool:
    """Whether this person waits to be confirmed there. Index: invitations_waiting."""
    return await tx.exists(
        f"""select id from invitations i
             where i.scope = :scope and (i.scope_code = :code or cast(:code as text) is null)
               and i.proposed_by = :person and i.proposed_at is not null and {UNDECIDED} and i.expires_at > :now""",
        scope=scope,
        code=code,
        person=person_id,
        now=tx.now,
    )


async def undecided_of(tx: Transaction, person_id: PersonId) -> list[Invitation]:
    """The invitations by which this person has proposed, and which have not ended. Index: invitations_proposer."""
    return await tx.fetch_all(
        Invitation,
        f"select {INVITATION} from invitations i where i.proposed_by = :person and {UNDECIDED}",
        person=person_id,
    )


async def propose(tx: Transaction, invitation_id: InvitationId, person_id: PersonId, code: str, account: str) -> bool:
    """Let a person hold the invitation, for as long again as its link was good; False when it is not open any more."""
    return await tx.exists(
        f"""update invitations set proposed_at = :now, proposed_by = :person, code = :code, account = :account,
                                   expires_at = :expires
             where id = :id and proposed_by is null and {UNDECIDED} and expires_at > :now returning id""",
        id=invitation_id,
        person=person_id,
        code=code,
        account=account,
        now=tx.now,
        expires=tx.now + tx.policy.invitations.valid,
    )


async def confirm(tx: Transaction, invitation_id: InvitationId, by: PersonId | None) -> bool:
    """End the wait of a proposal; False when it does not wait. What it was recognised by is forgotten."""
    return await tx.exists(
        f"""update invitations set confirmed_at = :now, confirmed_by = :by, code = null, account = null
             where id = :id and proposed_by is not null and {UNDECIDED} and expires_at > :now returning id""",
        id=invitation_id,
        by=by,
        now=tx.now,
    )


async def end(tx: Transaction, invitation_id: InvitationId, how: State, by: PersonId | None) -> bool:
    """End an invitation that is not confirmed; False when it has ended. What a proposal was recognised by is forgotten.

    `by` is None where the operator did it, or the clock.
    """
    return await tx.exists(
        f"""update invitations set ended = :how, ended_at = :now, ended_by = :by, code = null, account = null
             where id = :id and {UNDECIDED} returning id""",
        id=invitation_id,
        how=how,
        by=by,
        now=tx.now,
    )
