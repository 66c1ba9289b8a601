"""Who opened or changed what. Append-only; names no resident."""

from dataclasses import dataclass

from bot.domain.ids import OfficerId, PersonId
from bot.register import CommunityCode
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Who:
    """The person who did it: `kind` is officer, coordinator or operator; the id is an officer's, else a person's."""

    kind: str
    id: int | None = None

    @property
    def coordinator_id(self) -> PersonId | None:
        return PersonId(self.id) if self.kind == "coordinator" and self.id is not None else None


OPERATOR = Who("operator")
RESIDENT = Who("resident")  # of the case: never who


def officer(officer_id: OfficerId) -> Who:
    return Who("officer", officer_id)


def coordinator(person_id: PersonId) -> Who:
    return Who("coordinator", person_id)


def write(
    tx: Transaction,
    by: Who,
    act: str,
    kind: str,
    subject: int | str,
    community: CommunityCode | None = None,
    oblast: str | None = None,
) -> None:
    """Note an act on a subject: its kind (case, officer, area, notice, …) and its id; and the oblast, by its code or by
    a community in it. Only what concerns the whole country has none, and what was not handled or sent.
    """
    tx.later(
        """insert into audit(at, by_kind, by_id, act, subject_kind, subject_id, oblast)
           values (:now, :by_kind, :by_id, :act, :kind, :subject,
                   coalesce(cast(:oblast as text), (select oblast from communities where code = :community)))""",
        now=tx.now,
        by_kind=by.kind,
        by_id=by.id,
        act=act,
        kind=kind,
        subject=str(subject),
        community=community,
        oblast=oblast,
    )


async def has_written(tx: Transaction, by: Who, act: str, kind: str, subject: int | str) -> bool:
    """Whether this person has done this to a subject before. Index: audit_subject."""
    return await tx.exists(
        """select id from audit where subject_kind = :kind and subject_id = :subject and by_kind = :by_kind
              and by_id = :by_id and act = :act limit 1""",
        kind=kind,
        subject=str(subject),
        by_kind=by.kind,
        by_id=by.id,
        act=act,
    )
