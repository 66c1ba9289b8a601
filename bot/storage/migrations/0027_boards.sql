-- The station's group as a board: it shows that there is a case in these areas, never what it says. Losing one loses
-- nothing: all of it can be read at the desks.
create table boards(
  chat_id bigint primary key references chats(id),
  title text not null,
  can_post boolean not null,
  bound_at bigint not null);

create table board_areas(
  area_id bigint primary key references areas(id),
  chat_id bigint not null references boards(chat_id));
create index board_areas_chat on board_areas(chat_id);

-- By which an officer binds a group; as a hash, one for each officer.
create table board_codes(
  officer_id bigint primary key references officers(id),
  code_hash text not null,
  expires_at bigint not null);

-- A message of a board, and the cases in it. `told`: what the board was last told of the case.
create table board_posts(
  id {identity},
  chat_id bigint not null references boards(chat_id),
  message_id bigint,
  posted_at bigint not null);
create index board_posts_chat on board_posts(chat_id, posted_at);
create table board_lines(
  case_id bigint not null references cases(id),
  post_id bigint not null references board_posts(id),
  told text not null,
  primary key (case_id, post_id));
create index board_lines_post on board_lines(post_id);
