-- What was sent of the reminders of an answer, when it was said that it is overdue, and when the next reminder is due.
alter table cases add column answer_reminded text;         -- soon, due, late
alter table cases add column overdue_told_at bigint;
alter table cases add column answer_remind_at bigint;
update cases set answer_remind_at = answer_due
 where waits_for = 'officer' and answer_due is not null and closed_at is null and coalesce(category, '') <> 'thanks';
create index cases_answer_remind on cases(answer_remind_at) where answer_remind_at is not null;

-- What is overdue in a community.
drop index cases_answer_due;
create index cases_overdue on cases(community, answer_due) where waits_for = 'officer';

-- Since when danger waits for its desk to open the case, and when others were notified because nobody did.
alter table cases add column unopened_since bigint;
alter table cases add column alarmed_at bigint;
create index cases_unopened on cases(unopened_since)
  where unopened_since is not null and alarmed_at is null and closed_at is null;
create index cases_alarmed on cases(community, id) where alarmed_at is not null and closed_at is null;
