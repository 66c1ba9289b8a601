-- An area may give its new cases to its officers in turn, instead of letting all of them see each until one accepts it.
alter table areas add column in_turn boolean not null default false;
-- The place of a seat's officer in the order in which those of its area were given cases: the lowest is next; 0: never.
alter table assignments add column turn bigint not null default 0;

-- Whether a case's officer has it because it was their turn; and whether all of its area see it all the same, because
-- there is danger in it which that officer has not seen yet.
alter table cases add column by_turn boolean not null default false;
alter table cases add column shared boolean not null default false;

-- The coordinator who gave a case away, where no officer did. They coordinate something, so their row in persons stays.
alter table case_transfers add column coordinator_id bigint;

-- Cases that came to an officer together, so many that they are shown as a list.
create table handovers(
  id {identity},
  officer_id bigint not null references officers(id),
  at bigint not null);
create index handovers_at on handovers(at);
create table handed_cases(
  handover_id bigint not null references handovers(id) on delete cascade,
  case_id bigint not null references cases(id) on delete cascade,
  primary key (handover_id, case_id));
create index handed_cases_case on handed_cases(case_id);
