-- When the writer of a draft is next reminded that it was not sent, and whether they were once. Drafts that wait already
-- are told of at the next tick.
alter table cases add column unsent_remind_at bigint;
alter table cases add column unsent_reminded boolean not null default false;
update cases set unsent_remind_at = touched_at where status = 'draft';
create index cases_unsent on cases(unsent_remind_at) where status = 'draft';
