-- What is kept for a time only. A case whose time is over keeps its figures: number, kind, category, place, dates, status,
-- rating. These say when its messages went from the chats of its desk, its text, its files, and the path to its resident.
alter table cases add column chats_cleared_at bigint;
alter table cases add column words_erased_at bigint;
alter table cases add column files_erased_at bigint;
alter table cases add column link_erased_at bigint;
create index cases_chats_due on cases(closed_at) where closed_at is not null and chats_cleared_at is null;
create index cases_words_due on cases(closed_at)
  where closed_at is not null and words_erased_at is null and not crime_signs and not confidential;
create index cases_files_due on cases(closed_at)
  where closed_at is not null and files_erased_at is null and words_erased_at is null
    and anonymous and not crime_signs and not confidential;
create index cases_links_due on cases(closed_at) where closed_at is not null and link_erased_at is null;

-- The day on which a person last wrote or pressed something. Null: not since this column is there.
alter table persons add column seen_at bigint;
create index persons_seen on persons(coalesce(seen_at, created_at));
create index persons_strangers on persons(coalesce(seen_at, created_at)) where consent_version is null;

create index invitations_over on invitations(coalesce(confirmed_at, ended_at, expires_at));
create index broadcasts_done on broadcasts(done_at) where state = 'done';
create index audit_at on audit(at);

-- What can refer to a person who is erased.
create index cases_about on cases(about_person_id) where about_person_id is not null;
create index case_notes_person on case_notes(person_id);
create index invitations_proposer on invitations(proposed_by) where proposed_by is not null;
create index invitations_by on invitations(issued_by) where issued_by is not null;
create index invitations_confirmer on invitations(confirmed_by) where confirmed_by is not null;
create index invitations_ender on invitations(ended_by) where ended_by is not null;
create index notices_second on notices(confirmed_by) where confirmed_by is not null;
create index community_chats_let_in on community_chats(keeper) where keeper is not null;
create index accounts_chat on accounts(chat_id);
create index dialogs_person on dialogs(person_id);
