-- Since when a group or channel is no community's: the bot leaves it a day later. Null: it is a community's, or was there
-- before this column; then the schedule notes when it first sees it.
alter table community_chats add column unassigned_since bigint;
create index community_chats_unassigned on community_chats(unassigned_since) where community is null;
