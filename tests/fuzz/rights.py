"""Who may read a case, said a second time: from plain rows, and without the bot's own views and conditions.

What is compared with it is what people received, so it says who may know the text of a case at all, by whichever way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.cases import CONFLICT_LASTS
from bot.storage.engine import Database, Session
from bot.storage.rows import MICROSECOND

YEAR = CONFLICT_LASTS // MICROSECOND
Row = Mapping[str, Any]

READ = {
    "posts": """select o.id as officer_id, o.person_id, g.area_id, a.community, g.until, g.locked_at,
                       g.away_at, h.unreachable_since
                  from assignments g join officers o on o.id = g.officer_id join areas a on a.id = g.area_id
                  left join desks d on d.officer_id = o.id left join chats h on h.id = d.chat_id""",
    "parts": """select t.person_id, t.scope, t.scope_code, t.until, t.locked_at, h.unreachable_since
                  from parts t join persons p on p.id = t.person_id left join chats h on h.id = p.chat_id
                 where t.role = 'coordinator'""",
    "communities": "select code, oblast from communities",
    "cases": """select id, status, community, area_id, officer_id, coordinator_id, confidential, sent_at, closed_at,
                       about_person_id, about_coordinators, alarmed_at from cases""",
    "residents": "select case_id, person_id from case_links",
    "pauses": "select case_id from case_pauses where ended_at is null",
}


@dataclass(frozen=True, slots=True)
class Rights:
    """Everything that decides, at one moment."""

    rows: Mapping[str, list[Row]]

    @classmethod
    async def read(cls, database: Database) -> "Rights":
        async def read(session: Session) -> "Rights":
            found: dict[str, list[Row]] = {}
            for name, sql in READ.items():
                rows: Any = await session.rows(sql, {})
                found[name] = [dict(row) for row in rows]
            return cls(found)

        return await database.transact(read)

    def cases_of(self, person: int) -> list[Row]:
        mine = {link["case_id"] for link in self.rows["residents"] if link["person_id"] == person}
        return [case for case in self.rows["cases"] if case["id"] in mine]

    def case(self, case_id: int) -> Row | None:
        return next((case for case in self.rows["cases"] if case["id"] == case_id), None)

    def may_read(self, person: int, case: Row) -> bool:
        if any(link["case_id"] == case["id"] and link["person_id"] == person for link in self.rows["residents"]):
            return True
        return case["status"] != "draft" and self.works(person, case)

    def works(self, person: int, case: Row) -> bool:
        """Whether they are at its desk, or coordinate there and it is left to them."""
        if case["confidential"] and self.is_partial(person, case):
            return False
        return self.is_officer_of(person, case) or self.is_coordinator_of(person, case)

    @property
    def staff(self) -> set[int]:
        return {row["person_id"] for row in [*self.rows["posts"], *self.rows["parts"]]}

    @property
    def reached(self) -> set[int]:
        """Those of the staff into whose chat the bot can write, as far as it knows."""
        rows = [*self.rows["posts"], *self.rows["parts"]]
        return {row["person_id"] for row in rows if row["unreachable_since"] is None}

    def has_coordinator(self, case: Row) -> bool:
        """Whether a coordinator of its place could be reached who may read it."""
        return any(
            part["unreachable_since"] is None and self.covers(part, case["community"])
            for part in self.rows["parts"]
            if not (case["confidential"] and self.is_partial(part["person_id"], case))
        )

    def is_officer_of(self, person: int, case: Row) -> bool:
        """They have it, or they serve its area and nobody has it, or nobody opened it though there is danger."""
        posts = [p for p in self.rows["posts"] if p["person_id"] == person and serves(p)]
        in_area = any(p["area_id"] == case["area_id"] for p in posts)
        if case["alarmed_at"] is not None and not case["confidential"] and in_area:
            return True
        if case["officer_id"] is not None:
            return any(p["officer_id"] == case["officer_id"] and p["community"] == case["community"] for p in posts)
        free = case["coordinator_id"] is None and not case["confidential"]
        return free and in_area

    def is_coordinator_of(self, person: int, case: Row) -> bool:
        """They have it, or it is paused, a complaint, left to them, or nobody opened it though there is danger."""
        if not any(self.covers(part, case["community"]) for part in self.rows["parts"] if part["person_id"] == person):
            return False
        paused = any(pause["case_id"] == case["id"] for pause in self.rows["pauses"])
        paused = paused or case["alarmed_at"] is not None
        return case["coordinator_id"] == person or paused or case["confidential"] or not self.is_attended(case)

    def is_attended(self, case: Row) -> bool:
        """Whether a person who can be reached works it."""
        posts = [p for p in self.rows["posts"] if serves(p) and p["unreachable_since"] is None]
        if case["officer_id"] is not None:
            return any(p["officer_id"] == case["officer_id"] and p["community"] == case["community"] for p in posts)
        if case["coordinator_id"] is not None:
            parts = [p for p in self.rows["parts"] if p["person_id"] == case["coordinator_id"]]
            return any(p["unreachable_since"] is None and self.covers(p, case["community"]) for p in parts)
        return any(p["area_id"] == case["area_id"] for p in posts)

    def is_partial(self, person: int, case: Row) -> bool:
        """Whether a complaint may be about them."""
        served = any(
            p["person_id"] == person
            and p["community"] == case["community"]
            and (p["until"] is None or p["until"] >= case["sent_at"] - YEAR)
            for p in self.rows["posts"]
        )
        coordinated = case["about_coordinators"] and any(
            p["person_id"] == person
            and p["scope"] != "country"
            and (p["until"] is None or p["until"] >= case["sent_at"] - YEAR)
            for p in self.rows["parts"]
        )
        return case["about_person_id"] == person or served or bool(coordinated)

    def covers(self, part: Row, community: str) -> bool:
        if part["until"] is not None or part["locked_at"] is not None:
            return False
        oblast = next((each["oblast"] for each in self.rows["communities"] if each["code"] == community), None)
        return bool(part["scope"] == "country" or part["scope_code"] in (oblast, community))


def serves(post: Row) -> bool:
    return post["until"] is None and post["locked_at"] is None and post["away_at"] is None
