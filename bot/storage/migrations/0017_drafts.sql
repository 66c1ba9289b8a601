-- When the writer of a draft is next reminded that it was not sent, and whether they were once. Drafts that wait already
-- are told of at the next tick.
alter table cases add column remind_at bigint;
alter table cases add column reminded boolean not null default false;
update cases set remind_at = touched_at where status = 'draft';
create index cases_unsent on cases(remind_at) where status = 'draft';
