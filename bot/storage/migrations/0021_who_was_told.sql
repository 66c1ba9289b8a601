-- When coordinators were notified that the officer of this post cannot be reached and no other one serves its area. Null
-- again once it is over.
alter table assignments add column unreached_told_at bigint;

-- The cards that ask officers to link a chat, in their own chats: each is changed to what became of it.
create table chat_request_cards(
  person_id bigint not null references persons(id) on delete cascade,
  chat_id bigint not null references community_chats(chat_id) on delete cascade,
  message_id bigint not null,
  primary key (person_id, chat_id));
create index chat_request_cards_chat on chat_request_cards(chat_id);

-- Who let the bot into a channel without being known to it: the hash of their account, until they open the bot.
alter table community_chats add column let_in_by text;
create index community_chats_let_in_by on community_chats(let_in_by) where let_in_by is not null;

-- When a resident was asked for their settlement. Those who chose their community earlier are asked once, later.
alter table residents add column settlement_asked_at bigint;
