-- When the desk took back what it had said: it stays in the case, and its resident does not read it.
alter table case_messages add column recalled_at bigint;

-- A note of the desk: the event that gives it its time and writer in a case's history, and the message of its writer's
-- chat that says it, by whose edits it changes.
alter table case_notes add column event_id bigint references case_events(id) on delete cascade;
alter table case_notes add column said_as bigint;
alter table case_notes add column edited_at bigint;
drop index case_notes_case;
create index case_notes_case on case_notes(case_id, event_id);
drop index case_notes_person;
create index case_notes_person on case_notes(person_id, said_as);

-- Ready answers and reasons for refusal: an officer's own, an area's or an oblast's.
create table ready_texts(
  id {identity},
  kind text not null,
  officer_id bigint references officers(id) on delete cascade,
  area_id bigint references areas(id) on delete cascade,
  oblast text,
  title text not null,
  uk text not null,
  en text,                                        -- null: the Ukrainian one is sent
  used integer not null default 0,
  created_at bigint not null,
  changed_at bigint not null);
create index ready_texts_officer on ready_texts(officer_id) where officer_id is not null;
create index ready_texts_area on ready_texts(area_id) where area_id is not null;
create index ready_texts_oblast on ready_texts(oblast) where oblast is not null;
