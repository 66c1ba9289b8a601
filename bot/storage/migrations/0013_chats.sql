-- When a message has to be out of a chat: one that no edit can empty, and that a bot may delete for 48 hours.
alter table copies add column leaves_at bigint;
create index copies_leaving on copies(leaves_at) where leaves_at is not null;

-- A chat that is being cleared of what its person may not see any more: the messages before this one are still to do.
alter table chats add column clear_before bigint;
create index chats_clearing on chats(id) where clear_before is not null;

-- The chats in which more waits than what comes last.
create index outbox_talk on outbox(chat_id) where state in ('waiting', 'sending') and class < 4;

-- A case that came to the queue by the act of a coordinator, for whom it is closed until then, where others may read it.
alter table cases add column withheld_from_person_id bigint references persons(id);
alter table cases add column withheld_until bigint;
create index cases_withheld on cases(withheld_from_person_id) where withheld_from_person_id is not null;
create index cases_withheld_due on cases(withheld_until) where withheld_until is not null;
