-- Only for tests: rebuilds two tables that many others refer to, as SQLite asks for where a column has to change.

create table new_cases(
  id {identity},
  number text unique,
  kind text not null, status text not null, category text,
  community text, settlement text, area_id bigint references areas(id),
  officer_id bigint references officers(id),
  coordinator_id bigint references persons(id),
  waits_for text, answer_due bigint, resolve_due bigint,
  channel text not null default 'chat',
  recorded_by bigint references officers(id),
  anonymous boolean not null default true,
  confidential boolean not null default false,
  crime_signs boolean not null default false,
  emergency boolean not null default false,
  created_at bigint not null, touched_at bigint not null, sent_at bigint, first_answered_at bigint, closed_at bigint,
  merged_into bigint references cases(id),
  forwarded_to text,
  notice_id bigint,
  rating smallint,
  rebuilt text not null default 'yes');
insert into new_cases(
  id, number, kind, status, category, community, settlement, area_id, officer_id, coordinator_id, waits_for,
  answer_due, resolve_due, channel, recorded_by, anonymous, confidential, crime_signs, emergency, created_at,
  touched_at, sent_at, first_answered_at, closed_at, merged_into, forwarded_to, notice_id, rating)
select
  id, number, kind, status, category, community, settlement, area_id, officer_id, coordinator_id, waits_for,
  answer_due, resolve_due, channel, recorded_by, anonymous, confidential, crime_signs, emergency, created_at,
  touched_at, sent_at, first_answered_at, closed_at, merged_into, forwarded_to, notice_id, rating
  from cases;
drop table cases;
alter table new_cases rename to cases;
create index cases_area on cases(area_id, status, id);
create index cases_officer on cases(officer_id, waits_for, id);
create index cases_queue on cases(community, id) where officer_id is null and closed_at is null;
create index cases_unowned on cases(area_id, id) where officer_id is null and coordinator_id is null;
create index cases_coordinator on cases(coordinator_id, id) where coordinator_id is not null;
create index cases_drafts on cases(touched_at) where status = 'draft';
create index cases_merged on cases(merged_into) where merged_into is not null;
create index cases_community on cases(community, sent_at);
create index cases_answer_due on cases(answer_due) where answer_due is not null;
create index cases_resolve_due on cases(resolve_due) where resolve_due is not null;

create table new_persons(
  id {identity},
  chat_id bigint references chats(id),
  language text not null,
  consent_version integer, consented_at bigint,
  as_resident boolean not null default false,
  created_at bigint not null,
  rebuilt text not null default 'yes');
insert into new_persons(
  id, chat_id, language, consent_version, consented_at, as_resident, created_at)
select
  id, chat_id, language, consent_version, consented_at, as_resident, created_at
  from persons;
drop table persons;
alter table new_persons rename to persons;
create index persons_chat on persons(chat_id);
