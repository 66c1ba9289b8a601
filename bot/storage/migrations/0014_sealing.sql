-- Ids at the transport are sealed, and found by their keyed hash alone. What was stored before is hashed at the next start.
drop index chats_external;
drop index accounts_external;
create index chats_unhashed on chats(id) where external_hash is null;
create index accounts_unhashed on accounts(person_id) where external_hash is null;
