-- Whether what was last said at the desk of a case did not reach its resident. Asked of the case itself, for it is asked
-- with each answer.
alter table cases add column undelivered boolean not null default false;
