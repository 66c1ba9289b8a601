-- Cases that a person keeps first in their lists.
create table case_pins(
  person_id bigint not null references persons(id) on delete cascade,
  case_id bigint not null references cases(id) on delete cascade,
  pinned_at bigint not null,
  primary key (person_id, case_id));
create index case_pins_case on case_pins(case_id);
create index case_pins_pinned on case_pins(pinned_at);

-- All cases of an officer, newest first, for the search: which of them is next is known without reading a case.
create index cases_of_officer on cases(officer_id, id, community, confidential, status, sent_at)
  where officer_id is not null;

-- The emergencies among what waits at a desk: they come first in its lists.
create index cases_emergencies on cases(officer_id, id)
  where emergency and waits_for = 'officer' and officer_id is not null;
create index cases_emergencies_unowned on cases(area_id, id)
  where emergency and officer_id is null and coordinator_id is null;

-- A desk's lists are counted without reading the cases themselves, which are far apart in a big database. What is without
-- an officer is never looked for here: SQLite would read all of it, of the whole country.
drop index cases_officer;
create index cases_officer on cases(officer_id, waits_for, id, community, confidential, status)
  where officer_id is not null;
create index cases_officer_overdue on cases(officer_id, answer_due)
  where waits_for = 'officer' and officer_id is not null;
drop index cases_unowned;
-- The last two are always nothing here: SQLite reads no case only where the index has all that is asked.
create index cases_unowned on cases(area_id, id, confidential, waits_for, status, sent_at, officer_id, coordinator_id)
  where officer_id is null and coordinator_id is null;

-- Which list a message of a chat shows, or showed before a case was opened in it; as its button says it.
create table shown_lists(
  chat_id bigint not null references chats(id) on delete cascade,
  message_id bigint not null,
  button text not null,
  shown_at bigint not null,
  primary key (chat_id, message_id));
create index shown_lists_shown on shown_lists(shown_at);

-- The cases whose first words a list in a chat shows: when one leaves the desk, they leave the chat.
create table listed_cases(
  chat_id bigint not null references chats(id) on delete cascade,
  message_id bigint not null,
  case_id bigint not null references cases(id) on delete cascade,
  primary key (chat_id, message_id, case_id));
create index listed_cases_case on listed_cases(case_id, chat_id);
