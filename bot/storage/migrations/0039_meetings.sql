-- Meetings to which councils are invited, their communities, and who comes.
create table meetings(
  id {identity},
  kind text not null,                       -- report, seminar, training, watch
  by_person_id bigint not null references persons(id),
  created_at bigint not null,
  starts_at bigint,
  place text,
  latitude double precision,
  longitude double precision,
  words text,
  announced_at bigint,                      -- null: a draft, which its author alone sees
  cancelled_at bigint,
  revision integer not null default 0,      -- how often it was moved, as calendars count
  remind_at bigint,                         -- null: nobody is reminded any more
  results text);
create index meetings_remind on meetings(remind_at) where remind_at is not null;
create index meetings_drafts on meetings(created_at) where announced_at is null;
create index meetings_author on meetings(by_person_id);

create table meeting_communities(
  meeting_id bigint not null references meetings(id) on delete cascade,
  community text not null references communities(code),
  primary key (meeting_id, community));
create index meeting_communities_community on meeting_communities(community, meeting_id);

create table meeting_replies(
  meeting_id bigint not null references meetings(id) on delete cascade,
  person_id bigint not null references persons(id),
  reply text not null,                      -- yes, perhaps, no
  at bigint not null,
  primary key (meeting_id, person_id));
create index meeting_replies_person on meeting_replies(person_id);
