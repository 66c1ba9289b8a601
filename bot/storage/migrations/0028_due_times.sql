-- By when a case is to be resolved is in resolve_due: while that clock stands still, since when; what was sent of its
-- reminders, and when it was said that it is overdue. `overdue_at`: when the first of its clocks that run is over;
-- `remind_at`: when the next reminder of any of them is due.
alter table cases add column resolve_stopped_at bigint;
alter table cases add column resolve_reminded text;        -- soon, due, late
alter table cases add column resolve_told_at bigint;
alter table cases add column overdue_at bigint;
update cases set overdue_at = answer_due where waits_for = 'officer' and answer_due is not null and closed_at is null;
drop index cases_answer_remind;
alter table cases rename column answer_remind_at to remind_at;
create index cases_remind on cases(remind_at) where remind_at is not null;

-- What is overdue in a community, and with an officer.
drop index cases_overdue;
create index cases_overdue on cases(community, overdue_at) where overdue_at is not null;
drop index cases_officer_overdue;
create index cases_officer_overdue on cases(officer_id, overdue_at)
  where overdue_at is not null and officer_id is not null;

-- When an officer's telephone makes no sound: each day between two times, and once until a time.
create table quiet_times(
  person_id bigint primary key references persons(id) on delete cascade,
  begins text, ends text,
  until bigint);
