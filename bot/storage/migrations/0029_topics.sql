-- Where a case is in the private chat of an officer, if the bot has topics there: Telegram's thread, with the name and
-- icon that it shows. No thread: Telegram refused to make one, and the case is shown among all else of the chat.
create table case_threads(
  case_id bigint not null references cases(id) on delete cascade,
  chat_id bigint not null,
  thread_id bigint,
  name text not null, icon text not null,
  opened_at bigint not null,
  primary key (case_id, chat_id));
create unique index case_threads_thread on case_threads(chat_id, thread_id);
create index case_threads_refused on case_threads(case_id) where thread_id is null;
