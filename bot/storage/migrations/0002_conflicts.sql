-- Whom a complaint is about, where its resident says so: a person, or the people who coordinate there.
alter table cases add column about_person_id bigint references persons(id);
alter table cases add column about_coordinators boolean not null default false;

-- How a coordinator would end a complaint: a second one has to agree. It lapses when anything is said afterwards.
create table proposed_endings(
  case_id bigint primary key references cases(id) on delete cascade,
  act text not null,                              -- close, decline
  reason text,                                    -- why it is declined: a body
  person_id bigint not null references persons(id),
  at bigint not null);
