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
