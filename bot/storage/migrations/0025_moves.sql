-- A case that its desk gave to another one: who gave it, and where it was before. With a word, which is a note.
create table case_transfers(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,
  officer_id bigint references officers(id),      -- who gave it; null: a coordinator
  community text not null, settlement text, area_id bigint references areas(id),
  note_id bigint,                                 -- the word; it is erased before this row
  at bigint not null,
  returned_at bigint);
create index case_transfers_case on case_transfers(case_id, id);

-- Under which number, and on which day, the police registered the crime of which a case shows signs.
create table case_journal(
  case_id bigint primary key references cases(id) on delete cascade,
  number text not null,
  day text not null,
  event_id bigint not null);                      -- by whom it was noted, and when

-- A case that was forwarded to another body: by when the paper has to go, and when it went. To whom is said in a message.
create table case_forwards(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,
  until bigint not null,
  reminded_at bigint,
  handed_over_at bigint);
create index case_forwards_case on case_forwards(case_id, id);
create index case_forwards_due on case_forwards(until) where reminded_at is null and handed_over_at is null;

-- Which cases an officer thought to be one matter: each number that was tried, also where there is no such case.
create table case_merges(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,   -- goes on
  other_id bigint,                                                  -- ends; null: its resident is not asked
  person_id bigint not null,                                        -- who tried it
  at bigint not null,
  answered_at bigint);
create index case_merges_person on case_merges(person_id, at);
create index case_merges_pair on case_merges(case_id, other_id);
