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
  day text not null);
