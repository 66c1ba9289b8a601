-- An officer is away from `since` until the first moment after the last day. Of an officer at most one absence is planned
-- or running: the one without `ended_at`.
create table absences(
  id {identity},
  officer_id bigint not null references officers(id),
  since bigint not null, until bigint not null,
  stand_in_id bigint references officers(id),     -- null: colleagues of the area, else the coordinators
  holds_hours boolean not null default false,     -- whether the stand-in holds the officer's office hours
  set_by bigint not null references persons(id), set_at bigint not null,
  began_at bigint,                                -- since when the officer's seats are closed
  ended_at bigint,                                -- or was called off, where it never began
  moving boolean not null default false,          -- whether cases have to change hands still: away, or once it ended, back
  telling_after bigint,                           -- up to which case residents read the new last day; null: all have
  check (since < until));
create unique index absences_open on absences(officer_id) where ended_at is null;
create index absences_stand_in on absences(stand_in_id) where ended_at is null;
create index absences_set_by on absences(set_by);
create index absences_begin on absences(since) where began_at is null and ended_at is null;
create index absences_end on absences(until) where began_at is not null and ended_at is null;
create index absences_moving on absences(id) where moving;
create index absences_telling on absences(id) where telling_after is not null;

-- The open cases of an officer who is away, as others work them: they come back with the officer.
create table absence_cases(
  case_id bigint primary key references cases(id) on delete cascade,
  absence_id bigint not null references absences(id),
  told boolean not null default true);            -- whether those who have the case now were told
create index absence_cases_absence on absence_cases(absence_id);
create index absence_cases_untold on absence_cases(case_id) where not told;

-- A seat is closed while its officer is away. One with an absence is a stand-in's, and is no post.
alter table assignments add column away_at bigint;
alter table assignments add column absence_id bigint references absences(id);
create index assignments_absence on assignments(absence_id) where absence_id is not null and until is null;

-- Who holds a post at which area, also while away.
create view posts as
  select g.id, g.officer_id, o.person_id, g.area_id, a.community, g.away_at
    from assignments g
    left join officers o on o.id = g.officer_id
    left join areas a on a.id = g.area_id
   where g.until is null and g.locked_at is null and g.absence_id is null;

drop view seats;
create view seats as
  select g.id, g.officer_id, o.person_id, g.area_id, a.community, d.chat_id, d.thread_id,
         h.id is not null and h.unreachable_since is null as reachable
    from assignments g
    left join officers o on o.id = g.officer_id
    left join areas a on a.id = g.area_id
    left join desks d on d.officer_id = g.officer_id
    left join chats h on h.id = d.chat_id
   where g.until is null and g.locked_at is null and g.away_at is null;
