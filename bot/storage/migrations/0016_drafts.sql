-- What was written and not sent: when its writer is next reminded of it, and whether they were once. What waits already is
-- told of at the next tick.
alter table cases add column unsent_remind_at bigint;
alter table cases add column unsent_reminded boolean not null default false;
update cases set unsent_remind_at = touched_at where status = 'draft';
create index cases_unsent on cases(unsent_remind_at) where status = 'draft';

alter table notices add column remind_at bigint;
alter table notices add column reminded boolean not null default false;
update notices set remind_at = touched_at where status = 'draft';
create index notices_unsent on notices(remind_at) where status = 'draft';

-- Of a dialog that holds messages itself.
alter table dialogs add column remind_at bigint;
create index dialogs_unsent on dialogs(remind_at) where remind_at is not null;
