-- What was erased because a person asked for it: ids alone. It is kept beside the backups, so that an older one that is
-- restored forgets the same again.
create table erasures(
  id {identity},
  at bigint not null,
  what text not null,                             -- person, consent, case_words, case_link
  subject_id bigint not null);                    -- a person's, or a case's
create unique index erasures_act on erasures(subject_id, what, at);

-- Since when a case, or a person, is to be erased because its resident asked for it. What is left to do of it is found by
-- these, so that a process that stops on the way goes on in the next one.
alter table cases add column erase_asked_at bigint;
create index cases_asked_chats on cases(id) where erase_asked_at is not null and chats_cleared_at is null;
create index cases_asked_words on cases(id)
  where erase_asked_at is not null and words_erased_at is null and not crime_signs and not confidential;
create index cases_asked_links on cases(id) where erase_asked_at is not null and link_erased_at is null;
alter table persons add column erase_asked_at bigint;
create index persons_asked on persons(id) where erase_asked_at is not null;

-- Since when the path from an anonymous case to its resident is cut: nobody can answer it any more.
alter table cases add column link_cut_at bigint;
