-- The consent's text has versions: a case goes on under the one with which it was sent. Null: it was not sent yet.
alter table cases add column consent_version integer;
update cases set consent_version = 1 where sent_at is not null;

-- A case whose text a coordinator keeps past its term.
create table case_holds(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,
  reason text not null,
  since bigint not null,
  until bigint not null,
  ended_at bigint);                               -- null: it lasts
create unique index case_holds_active on case_holds(case_id) where ended_at is null;
create index case_holds_case on case_holds(case_id, id);
create index case_holds_due on case_holds(until) where ended_at is null;
