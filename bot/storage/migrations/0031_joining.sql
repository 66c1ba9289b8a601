-- How a community joins. Until now one that had no officer yet was `preparing`.
update communities set enrolment = 'chosen' where enrolment = 'preparing';
alter table communities add column step_since bigint;              -- when it came to where it is; null: enrolled_at
alter table communities add column step_reminded smallint not null default 0;
alter table communities add column step_remind_at bigint;          -- null: nothing is waited for
create index communities_step on communities(step_remind_at) where step_remind_at is not null;

create table joining_events(
  id {identity},
  community text not null references communities(code),
  what text not null,
  by_partner text not null,                                        -- council, coordinator, officer
  by_person_id bigint references persons(id),
  reason text,
  at bigint not null);
create index joining_events_community on joining_events(community, id);

create table memoranda(
  community text primary key references communities(code),
  number text not null,
  signed_on text not null,
  noted_at bigint not null);

-- What a community has to have before its officer comes. An item without a row is as it usually is, and not there.
create table readiness(
  community text not null references communities(code),
  item text not null,
  responsible text not null,
  detail text,                                                     -- as the address of the office
  ready_on text,
  by_partner text,
  primary key (community, item));

-- Of a council's people: what they are there (head, deputy, secretary, operator), and the name that was given.
alter table parts add column post text;
alter table parts add column name text;
alter table invitations add column post text;
