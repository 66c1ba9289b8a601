-- A case that its officer has paused: what its resident adds is kept, and not sent to the officer meanwhile.
create table case_pauses(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,
  officer_id bigint not null references officers(id),
  reason text not null,
  since bigint not null,
  until bigint not null,
  ended_at bigint,                                -- null: it holds
  appealed_at bigint);                            -- when its resident asked the coordinators to look at it
create unique index case_pauses_active on case_pauses(case_id) where ended_at is null;
create index case_pauses_case on case_pauses(case_id, id);
create index case_pauses_due on case_pauses(until) where ended_at is null;
