"""Rights to a case that several queries ask for: conditions in SQL, on case c and its community m.

They stand apart because the outbox, which every transaction has, asks for them too.
"""


def serves(officer: str) -> str:
    """Whether this officer serves now in the community of case c."""
    return f"""exists (select 1 from assignments g join areas a on a.id = g.area_id
        where g.officer_id = {officer} and g.until is null and a.community = c.community)"""  # noqa: S608


def is_officer_in(community: str, person: str) -> str:
    """Whether this person serves now as an officer in this community."""
    return f"""exists (select 1 from officers f
        join assignments g on g.officer_id = f.id and g.until is null join areas a on a.id = g.area_id
        where f.person_id = {person} and a.community = {community})"""  # noqa: S608


def may_concern(person: str) -> str:
    """Whether case c is a complaint that may be about this person: an officer there when it was sent, or since."""
    return f"""c.confidential and exists (select 1 from officers f
        join assignments g on g.officer_id = f.id and (g.until is null or g.until >= c.sent_at)
        join areas a on a.id = g.area_id
        where f.person_id = {person} and a.community = c.community)"""  # noqa: S608


# Part t makes somebody a coordinator of community m now.
COORDINATES = """t.role = 'coordinator' and t.until is null
    and (t.scope = 'country' or t.scope = 'oblast' and t.scope_code = m.oblast)"""

# Whether complaint c in community m can be read: by a coordinator whom it cannot be about.
IS_HEARD = f"exists (select 1 from parts t where {COORDINATES} and not ({may_concern('t.person_id')}))"  # noqa: S608

# Whether a complaint that is sent in community m now would be read.
HEARS_COMPLAINTS = f"""exists (select 1 from parts t where {COORDINATES}
    and not {is_officer_in("m.code", "t.person_id")})"""  # noqa: S608
