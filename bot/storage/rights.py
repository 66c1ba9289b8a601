"""Rights to a case that several queries ask for: conditions on case c, in SQL.

They stand apart because the outbox, which every transaction has, asks for them too.
"""


def serves(officer: str) -> str:
    """Whether this officer serves now in the community of case c."""
    return f"""exists (select 1 from assignments g join areas a on a.id = g.area_id
        where g.officer_id = {officer} and g.until is null and a.community = c.community)"""  # noqa: S608


def may_concern(person: str) -> str:
    """Whether case c is a complaint that may be about this person, who serves as an officer there."""
    return f"""c.confidential and exists (select 1 from officers f
        join assignments g on g.officer_id = f.id and g.until is null join areas a on a.id = g.area_id
        where f.person_id = {person} and a.community = c.community)"""  # noqa: S608
