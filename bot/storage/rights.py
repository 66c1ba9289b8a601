"""Rights that several queries ask for: conditions in SQL, on case c.

Who serves and who coordinates a community now is read from two views alone, `seats` and `coordinations`: of an officer
who is away the seats are closed, and the stand-in's are open. What is an officer's all the same, the card, the hours,
the notices, goes by `posts`. Whether a person coordinates at all, `is_coordinator` says. Only what reaches back in
time, the right to a complaint, reads assignments that have ended. They have their own module because the outbox, which
every transaction has, asks for them too.
"""

from bot.domain.cases import CONFLICT_LASTS, Kind, MessageKind, Status
from bot.storage.rows import MICROSECOND


def serves(officer: str) -> str:
    """Whether this officer serves now in the community of case c."""
    return f"exists (select 1 from seats s where s.officer_id = {officer} and s.community = c.community)"


def is_officer_in(community: str, person: str) -> str:
    """Whether this person serves now as an officer in this community."""
    return f"exists (select 1 from seats s where s.person_id = {person} and s.community = {community})"


def is_coordinator(person: str) -> str:
    """Whether this person coordinates anything now, also where no community takes part yet."""
    return f"""exists (select 1 from parts t
        where t.person_id = {person} and t.role = 'coordinator' and t.until is null and t.locked_at is null)"""


def coordinates(person: str, community: str) -> str:
    """Whether this person coordinates this community now."""
    return f"exists (select 1 from coordinations k where k.person_id = {person} and k.community = {community})"


def is_partial(person: str, community: str, at: str, about_person: str, about_coordinators: str) -> str:
    """Whether a complaint of this community, sent at this time, may be about this person: it names them, or all who
    coordinate below the country and they are or were one of these; or they served there as an officer in the twelve
    months before it, or since.
    """
    since = f"{at} - {CONFLICT_LASTS // MICROSECOND}"
    return f"""(coalesce({about_person}, 0) = {person}
        or {about_coordinators} and exists (select 1 from parts t
            where t.person_id = {person} and t.role = 'coordinator' and t.scope <> 'country'
              and (t.until is null or t.until >= {since}))
        or exists (select 1 from officers f
            join assignments g on g.officer_id = f.id and (g.until is null or g.until >= {since})
            join areas a on a.id = g.area_id
            where f.person_id = {person} and a.community = {community}))"""


def may_concern(person: str) -> str:
    """Whether case c is a complaint that may be about this person."""
    partial = is_partial(person, "c.community", "c.sent_at", "c.about_person_id", "c.about_coordinators")
    return f"c.confidential and c.kind <> '{Kind.COUNCIL}' and {partial}"


# Whether case c was forwarded to another body, and nobody has confirmed that the paper went. For `exists` PostgreSQL
# would read the whole table. Index: case_forwards_case.
PAPER_WAITS = f"""(c.status = '{Status.FORWARDED}' and
    (select max(v.id) from case_forwards v where v.case_id = c.id and v.handed_over_at is null) is not null)"""


# Since when the officer, or the coordinator, who has case c does not work it any more; null while an officer serves.
LEFT_AT = f"""(case
    when c.officer_id is not null and not {serves("c.officer_id")} then
        (select coalesce(max(coalesce(g.until, g.locked_at, g.away_at)), 0) from assignments g
           join areas a on a.id = g.area_id where g.officer_id = c.officer_id and a.community = c.community)
    when c.coordinator_id is not null and not {coordinates("c.coordinator_id", "c.community")} then
        (select coalesce(max(coalesce(t.until, t.locked_at)), 0) from parts t
          where t.person_id = c.coordinator_id and t.role = 'coordinator')
    end)"""


# Whether case c has ended and its desk still has something to do: a paper waits, or its resident has commented on the
# rating since the person left who had it. Then it is worked by the desk as it is now. Index: case_messages_case.
NEEDS_DESK = f"""(c.closed_at is not null and ({PAPER_WAITS} or exists
    (select 1 from case_messages n
      where n.case_id = c.id and n.kind = '{MessageKind.RATING}' and n.created_at >= {LEFT_AT})))"""


# Whether that is the officers of its area, because the officer who has it does not serve now.
FALLS_TO_AREA = (
    f"""(c.officer_id is not null and not c.confidential and not {serves("c.officer_id")} and {NEEDS_DESK})"""
)


# Whether a person who can be reached works case c: its owner, else an officer of its area. Where nobody does, it is
# the coordinators' too.
IS_ATTENDED = f"""(c.officer_id is not null and exists
        (select 1 from seats s where s.officer_id = c.officer_id and s.community = c.community and s.reachable)
    or c.coordinator_id is not null and exists
        (select 1 from coordinations k
          where k.person_id = c.coordinator_id and k.community = c.community and k.reachable)
    or (c.officer_id is null and c.coordinator_id is null and not c.confidential or {FALLS_TO_AREA}) and exists
        (select 1 from seats s where s.area_id = c.area_id and s.reachable))"""


# Whether a coordinator has proposed to end complaint c, and nothing was said since.
ENDING_WAITS = """exists (select 1 from proposed_endings y where y.case_id = c.id and not exists
    (select 1 from case_messages w where w.case_id = c.id and w.created_at > y.at))"""


# Whether a pause of case c holds.
PAUSE_HOLDS = "exists (select 1 from case_pauses z where z.case_id = c.id and z.ended_at is null)"


# Whether case c is open to all its desk and the coordinators: nobody opened it though there is danger, and nobody has
# taken it since.
IS_ALARMED = "c.alarmed_at is not null"


def is_withheld(person: str) -> str:
    """Whether case c came to the queue by this person's act, and is closed to them for a while. It never is where no
    other coordinator who can be reached may work it.
    """
    return f"""coalesce(c.withheld_from_person_id, 0) = {person} and exists (select 1 from coordinations x
        where x.community = c.community and x.person_id <> {person} and x.reachable
          and not ({may_concern("x.person_id")}))"""


def falls_to(person: str) -> str:
    """Whether case c is this person's to work, given that they coordinate its community: they have it, or nobody who
    can be reached works it, or its officer has paused it, or nobody opens it though there is danger; or it is a
    complaint to whose end a second one has to agree. A case that has ended stays with the person who had it, unless its
    desk still has something to do. None that may be about them, or is withheld from them.
    """
    return f"""(c.coordinator_id = {person} or c.confidential and c.closed_at is null and {ENDING_WAITS}
        or {PAUSE_HOLDS} or {IS_ALARMED}
        or (c.closed_at is null or c.officer_id is null and c.coordinator_id is null or {NEEDS_DESK})
            and not {IS_ATTENDED})
        and not ({may_concern(person)}) and not ({is_withheld(person)})"""


# Whether a coordinator who can be reached may work case c.
IS_WATCHED = f"""exists
    (select 1 from coordinations k where k.community = c.community and k.reachable and {falls_to("k.person_id")})"""

# Whether complaint c can be read: by a coordinator who can be reached and whom it cannot be about.
HAS_READER = f"""exists (select 1 from coordinations k
    where k.community = c.community and k.reachable and not ({may_concern("k.person_id")}))"""

# Whether a complaint that is sent in community m at :now, about this person or these, would be read.
HAS_COMPLAINT_READER = f"""exists (select 1 from coordinations k
    where k.community = m.code and k.reachable
      and not {is_partial("k.person_id", "m.code", ":now", "cast(:about as bigint)", ":coordinators")})"""


# Whether who asked case c may still use it: a council's question goes with the post.
ASKS_STILL = f"""(c.kind <> '{Kind.COUNCIL}' or exists (select 1 from parts t
    where t.person_id = l.person_id and t.role = 'council' and t.scope_code = c.community
      and t.until is null and t.locked_at is null))"""


def covers(person: str, part: str) -> str:
    """Whether this person coordinates all that this part (a row of parts) is about."""
    return f"""exists (select 1 from parts s
        where s.person_id = {person} and s.role = 'coordinator' and s.until is null and s.locked_at is null
          and (s.scope = 'country' or s.scope = 'oblast' and
               ({part}.scope = 'oblast' and {part}.scope_code = s.scope_code or {part}.scope = 'community' and exists
                   (select 1 from communities b where b.code = {part}.scope_code and b.oblast = s.scope_code))))"""


def may_manage(person: str, other: str) -> str:
    """Whether this person may lock the other and end their parts: never oneself, nor who is entrusted with more."""
    return f"""({person} <> {other} and not exists (select 1 from parts t
            where t.person_id = {other} and t.until is null and not {covers(person, "t")})
        and (exists (select 1 from parts t where t.person_id = {other} and t.until is null)
            or exists (select 1 from officers o
                join assignments g on g.officer_id = o.id and g.until is null and g.absence_id is null
                join areas a on a.id = g.area_id join coordinations k on k.community = a.community
                where o.person_id = {other} and k.person_id = {person})))"""
