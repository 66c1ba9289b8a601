-- What the bot may do in a group or channel, besides writing and pinning: whether it is there at all, and whether it may
-- show photos and files. After a refusal its rights are looked at again at `look_at`, as often as `looks` says already.
alter table community_chats add column inside boolean not null default true;
alter table community_chats add column can_show boolean not null default true;
alter table community_chats add column look_at bigint;
alter table community_chats add column looks smallint not null default 0;
update community_chats set look_at = 0 where community is not null and not can_post;
create index community_chats_look on community_chats(look_at) where look_at is not null;

-- A delivery whose chat takes no files has the text alone. One that a chat refuses for a time is held (state 'held').
alter table deliveries add column text_alone boolean not null default false;
create index deliveries_held on deliveries(chat_id) where state = 'held';
create index deliveries_text_alone on deliveries(broadcast_id) where text_alone;

-- A chat's own administrator asks for a community's officer: who asks, of which community (null: still to be chosen), and
-- since when it waits for an answer.
alter table community_chats add column asked_by bigint references persons(id);
alter table community_chats add column asked_of text references communities(code);
alter table community_chats add column asked_at bigint;
create index community_chats_asked_by on community_chats(asked_by) where asked_by is not null;
