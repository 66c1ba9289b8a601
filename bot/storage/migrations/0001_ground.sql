-- {identity} is a self-numbering primary key. Times are UTC microseconds. A code is one of the register's.
-- What is sealed once there is a key is text: bodies, names, phones, places, the transports' ids of accounts. Beside an
-- id that is looked up stands its keyed hash, empty until then.
create table facts(key text primary key, value text not null);

create table inbox(
  update_id bigint primary key,
  chat_id bigint not null,
  state text not null default 'waiting',       -- waiting, handled, set_aside
  attempts smallint not null default 0, next_at bigint not null default 0,
  received_at bigint not null, body text, error text,
  check (state <> 'waiting' or body is not null));
create index inbox_waiting on inbox(chat_id, update_id) where state = 'waiting';
create index inbox_handled on inbox(received_at) where state = 'handled';
create index inbox_aside on inbox(update_id) where state = 'set_aside';

create table chats(
  id {identity},
  transport text not null,
  external_id text not null, external_hash text,  -- the transport's own id of it
  kind text not null,
  unreachable_since bigint);
create unique index chats_external on chats(transport, external_id);
create unique index chats_hash on chats(transport, external_hash) where external_hash is not null;

-- A person need not have an account: one who called by phone, an officer who was only named so far.
create table persons(
  id {identity},
  chat_id bigint references chats(id),            -- where letters to this person go
  language text not null,
  consent_version integer, consented_at bigint,
  as_resident boolean not null default false,
  created_at bigint not null);
create index persons_chat on persons(chat_id);

create table accounts(
  person_id bigint not null references persons(id),
  transport text not null,
  external_id text not null, external_hash text,
  chat_id bigint not null references chats(id),   -- the private chat with it
  primary key (person_id, transport));
create unique index accounts_external on accounts(transport, external_id);
create unique index accounts_hash on accounts(transport, external_hash) where external_hash is not null;

-- What a person is entrusted with: a role in a scope. The scope's code is an oblast's, a community's or an area's.
create table parts(
  id {identity},
  person_id bigint not null references persons(id),
  role text not null, scope text not null, scope_code text,
  given_by bigint references persons(id),         -- null: the operator
  since bigint not null, until bigint);
create index parts_person on parts(person_id) where until is null;
create index parts_role on parts(role, scope, scope_code) where until is null;

create table part_settlements(                    -- of a part whose scope is settlements
  part_id bigint not null references parts(id) on delete cascade,
  settlement text not null,
  primary key (part_id, settlement));

create table communities(
  code text primary key,
  oblast text not null,
  enrolment text not null,
  front boolean not null default false, occupied boolean not null default false,
  enrolled_at bigint not null, enrolled_by bigint references persons(id));

-- Who coordinates which community now: once for each part that says so.
create view coordinations as
  select t.person_id, m.code as community, p.chat_id, h.id is not null and h.unreachable_since is null as reachable
    from parts t
    join communities m on t.scope = 'country' or t.scope = 'oblast' and t.scope_code = m.oblast
                       or t.scope = 'community' and t.scope_code = m.code
    left join persons p on p.id = t.person_id
    left join chats h on h.id = p.chat_id
   where t.role = 'coordinator' and t.until is null;

create table areas(
  id {identity},
  community text not null references communities(code),
  name text not null,
  whole boolean not null,
  created_at bigint not null, closed_at bigint);
create index areas_community on areas(community) where closed_at is null;
create unique index areas_whole on areas(community) where whole and closed_at is null;

-- A city may be shared by several areas.
create table area_settlements(
  settlement text not null,
  area_id bigint not null references areas(id),
  community text not null,
  primary key (settlement, area_id));
create index area_settlements_area on area_settlements(area_id);

create table officers(
  id {identity},
  person_id bigint references persons(id),
  rank text not null, name text not null, position text not null,
  station text, phone text,
  created_at bigint not null);
create unique index officers_person on officers(person_id);

-- Where an officer works cases. Of kind private: cards and answers in one chat; topics: a topic of it for each case.
create table desks(
  officer_id bigint primary key references officers(id),
  kind text not null,
  chat_id bigint not null references chats(id), thread_id bigint);
create index desks_chat on desks(chat_id);

create table assignments(
  id {identity},
  officer_id bigint not null references officers(id),
  area_id bigint not null references areas(id),
  since bigint not null, until bigint);
create unique index assignments_area on assignments(area_id, officer_id) where until is null;
create index assignments_officer on assignments(officer_id);

-- Who sits at which area's desk now. It is reachable where the bot can write into the desk's chat, as far as is known.
-- A left join of which a query asks nothing costs it nothing.
create view seats as
  select g.id, g.officer_id, o.person_id, g.area_id, a.community, d.chat_id, d.thread_id,
         h.id is not null and h.unreachable_since is null as reachable
    from assignments g
    left join officers o on o.id = g.officer_id
    left join areas a on a.id = g.area_id
    left join desks d on d.officer_id = g.officer_id
    left join chats h on h.id = d.chat_id
   where g.until is null;

create table invitations(
  id {identity},
  token_hash text not null unique,
  role text not null, scope text not null, scope_code text,
  issued_at bigint not null, issued_by bigint references persons(id),   -- null: the operator
  expires_at bigint not null,
  proposed_at bigint, proposed_by bigint references persons(id),        -- who accepted it, and proposes to serve
  confirmed_at bigint, confirmed_by bigint references persons(id));
create index invitations_scope on invitations(scope, scope_code) where confirmed_at is null;

create table residents(
  person_id bigint primary key references persons(id),
  community text not null, settlement text);
create index residents_place on residents(community, settlement, person_id);
create index residents_community on residents(community, person_id);

create table waiting_residents(
  community text not null, person_id bigint not null references persons(id),
  since bigint not null,
  primary key (community, person_id));
create index waiting_residents_person on waiting_residents(person_id);

create table cases(
  id {identity},
  number text unique,
  kind text not null, status text not null, category text,
  community text, settlement text, area_id bigint references areas(id),
  officer_id bigint references officers(id),
  coordinator_id bigint references persons(id),
  waits_for text, answer_due bigint, resolve_due bigint,
  channel text not null default 'chat',           -- chat, phone, visit
  recorded_by bigint references officers(id),     -- who wrote a call or a visit down
  anonymous boolean not null default true,
  confidential boolean not null default false,
  crime_signs boolean not null default false,
  emergency boolean not null default false,
  created_at bigint not null, touched_at bigint not null, sent_at bigint, first_answered_at bigint, closed_at bigint,
  merged_into bigint references cases(id),
  forwarded_to text,                              -- another body, by name
  notice_id bigint,                               -- that it asks about
  rating smallint);
create index cases_area on cases(area_id, status, id);
create index cases_officer on cases(officer_id, waits_for, id);
create index cases_queue on cases(community, id) where officer_id is null and closed_at is null;
create index cases_unowned on cases(area_id, id) where officer_id is null and coordinator_id is null;
create index cases_coordinator on cases(coordinator_id, id) where coordinator_id is not null;
create index cases_drafts on cases(touched_at) where status = 'draft';
create index cases_merged on cases(merged_into) where merged_into is not null;
create index cases_community on cases(community, sent_at);
create index cases_answer_due on cases(answer_due) where answer_due is not null;
create index cases_resolve_due on cases(resolve_due) where resolve_due is not null;

create table case_numbers(year integer primary key, last integer not null);

-- The path from a case to the person whom it is about (its resident), and to who wrote it on that person's behalf.
create table case_links(
  case_id bigint primary key references cases(id) on delete cascade,
  person_id bigint references persons(id),        -- null: known by name and phone alone, or sealed
  person_sealed text,
  author_id bigint references persons(id),        -- null: the resident
  name text, phone text);
create index case_links_person on case_links(person_id, case_id);
create index case_links_author on case_links(author_id, case_id) where author_id is not null;

create table case_messages(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,
  direction text not null,
  kind text not null,                             -- talk, reason, rating, advice
  officer_id bigint references officers(id),
  body text not null,
  emergency text,                 -- that a resident's text mentions
  album text,
  reply_to bigint,
  version integer not null default 1,
  sent_at bigint not null, created_at bigint not null,
  delivered_at bigint);                           -- when the other side first had it
create index case_messages_case on case_messages(case_id, sent_at, id);
create index case_messages_emergency on case_messages(case_id, emergency, created_at) where emergency is not null;

create table case_message_versions(               -- what an edited message said before
  case_message_id bigint not null references case_messages(id) on delete cascade,
  version integer not null,
  body text not null, until bigint not null,
  primary key (case_message_id, version));

-- What officers note for each other. A table of its own: no query for a resident reads it.
create table case_notes(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,
  person_id bigint not null references persons(id),
  officer_id bigint references officers(id),      -- null: written by a coordinator
  body text not null,
  created_at bigint not null);
create index case_notes_case on case_notes(case_id, id);

create table case_events(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,
  what text not null, by text not null,
  officer_id bigint references officers(id),      -- who did it; of a case handed on, who has it now
  from_officer_id bigint references officers(id), -- of a case handed on, who had it
  case_message_id bigint,
  at bigint not null);
create index case_events_case on case_events(case_id, at, id);

create table copies(
  chat_id bigint not null, message_id bigint not null,
  thread_id bigint,
  case_id bigint not null references cases(id) on delete cascade,
  case_message_id bigint,
  piece smallint not null, version integer not null, sent_at bigint not null,
  primary key (chat_id, message_id));
create index copies_of on copies(case_id, chat_id, case_message_id);
create index copies_cards on copies(case_id, chat_id, message_id) where piece = -1;

create table dialogs(
  person_id bigint not null references persons(id), chat_id bigint not null, thread_id bigint not null default 0,
  flow text not null, data text not null, expires_at bigint not null,
  primary key (chat_id, person_id, thread_id));
create index dialogs_expiry on dialogs(expires_at);

-- Letters to one party each. `class` and `turn` say which letter of a chat goes first: storage/enqueue.py.
create table outbox(
  id {identity},
  recipient text not null,
  chat_id bigint not null, thread_id bigint,
  case_id bigint,                 -- whose letters keep their order; null: of no case
  letter text not null, args text not null,
  dedupe text,
  class smallint not null, turn bigint not null,
  state text not null default 'waiting',  -- waiting, sending, refused, set_aside
  attempts smallint not null default 0, next_at bigint not null default 0,
  done smallint not null default 0,
  created_at bigint not null, error text);
create index outbox_heads on outbox(chat_id, class, turn, id) where state in ('waiting', 'sending');
create index outbox_turns on outbox(chat_id, coalesce(case_id, 0), turn) where state in ('waiting', 'sending');
create index outbox_flight on outbox(id) where state = 'sending';
create unique index outbox_dedupe on outbox(dedupe) where state = 'waiting' and dedupe is not null;
create index outbox_unsent on outbox(chat_id) where state in ('refused', 'set_aside');
create index outbox_ended on outbox(created_at) where state in ('refused', 'set_aside');

create table audit(
  id {identity},
  at bigint not null,
  by_kind text not null, by_id bigint,            -- officer, coordinator; operator, resident without an id
  act text not null,
  subject_kind text not null, subject_id text not null,
  oblast text);
create index audit_subject on audit(subject_kind, subject_id, id);
create index audit_by on audit(by_kind, by_id, id);

-- One letter to many. What a broadcast has still to do is in its deliveries, which are spread in batches.
create table broadcasts(
  id {identity},
  letter text not null, args text not null,
  lane text not null,             -- urgent, ordinary
  quiet boolean not null,
  version integer not null default 1,
  state text not null default 'running',  -- running, paused, done
  cursor bigint,      -- how far its planning has come; null: all is planned
  reopened bigint,    -- how far a new version has been spread among those delivered before; null: among all
  planned bigint not null default 0,
  dedupe text unique,
  created_at bigint not null, expires_at bigint, done_at bigint);
create index broadcasts_open on broadcasts(id) where state in ('running', 'paused');

create table deliveries(
  broadcast_id bigint not null references broadcasts(id),
  chat_id bigint not null, thread_id bigint, area_id bigint,
  state text not null default 'waiting',  -- waiting, sending, delivered, refused, unknown, void
  attempts smallint not null default 0, next_at bigint not null default 0,
  shown integer not null default 0,
  done smallint not null default 0,   -- how many of its calls were taken before one had to wait
  message_ids text, sent_at bigint, error text,
  primary key (broadcast_id, chat_id));
create index deliveries_due on deliveries(broadcast_id, next_at, chat_id) where state = 'waiting';
create index deliveries_flight on deliveries(broadcast_id, chat_id) where state = 'sending';

create table delivery_counts(
  broadcast_id bigint not null references broadcasts(id),
  area_id bigint not null, kind text not null, state text not null,
  chats bigint not null,
  primary key (broadcast_id, area_id, kind, state));

-- A person's choice for a topic; without one, whether the topic is on by itself decides.
create table subscriptions(
  person_id bigint not null references persons(id),
  topic text not null, subscribed boolean not null,
  primary key (person_id, topic));

-- Groups and channels in which the bot is. One without a community is unassigned: its keeper may assign it.
create table community_chats(
  chat_id bigint primary key references chats(id),
  community text references communities(code),
  title text not null,
  thread_id bigint,               -- a forum's topic in which notices appear
  keeper bigint references persons(id),   -- who let the bot in; null: a person with no part in this
  can_post boolean not null, can_pin boolean not null);
create index community_chats_community on community_chats(community);
create index community_chats_keeper on community_chats(keeper) where community is null;

create table chat_topics(
  chat_id bigint not null references community_chats(chat_id) on delete cascade,
  topic text not null,
  primary key (chat_id, topic));

-- Prevention notices. One being written is a draft, as a case is.
create table notices(
  id {identity},
  person_id bigint not null references persons(id),   -- its author
  officer_id bigint references officers(id),          -- null: written by a coordinator
  topic text not null, urgent boolean not null default false,
  status text not null,           -- draft, waiting (for its hour, or a second coordinator), sent, withdrawn
  chats boolean not null default true,
  version integer not null default 1,  -- of a draft: what is sent is what was shown
  scheduled_at bigint, expires_at bigint,
  awaits_second boolean not null default false,
  confirmed_by bigint references persons(id),
  broadcast_id bigint references broadcasts(id),
  progress_message_id bigint,
  created_at bigint not null, touched_at bigint not null,
  sent_at bigint, corrected_at bigint, found_at bigint, withdrawn_at bigint);
create index notices_author on notices(person_id, id);
create index notices_scheduled on notices(scheduled_at) where status = 'waiting';
create index notices_touched on notices(touched_at) where status <> 'draft';
create index notices_drafts on notices(touched_at) where status = 'draft';
create index notices_expiry on notices(expires_at) where status = 'sent' and topic = 'missing';

create table notice_texts(
  notice_id bigint not null references notices(id) on delete cascade,
  language text not null, body text not null,
  primary key (notice_id, language));

create table notice_files(
  notice_id bigint not null references notices(id) on delete cascade,
  position smallint not null, body text not null,
  primary key (notice_id, position));

-- What was attached to a case's messages or to a notice; they refer to it by its id. Telegram's own id of a file is good
-- for one bot alone: later the bytes are kept, too.
create table files(
  id {identity},
  case_id bigint references cases(id) on delete cascade,
  notice_id bigint references notices(id) on delete cascade,
  kind text not null, size bigint, mime text, name text,
  external_id text, external_unique_id text,
  created_at bigint not null);
create index files_case on files(case_id) where case_id is not null;
create index files_notice on files(notice_id) where notice_id is not null;

-- Whom a notice is for. A settlement of '' means those of the community who named none.
create table notice_places(
  id {identity},
  notice_id bigint not null references notices(id) on delete cascade,
  community text not null, settlement text,
  area_id bigint references areas(id));
create unique index notice_places_place on notice_places(notice_id, community, coalesce(settlement, '*'));
create index notice_places_order on notice_places(notice_id, id);
create index notice_places_community on notice_places(community, notice_id);

-- Where and when officers receive people. Days and hours are those of people's clocks in Kyiv.
create table offices(
  id {identity},
  community text not null references communities(code),
  title text not null,
  latitude double precision, longitude double precision,
  created_at bigint not null);
create index offices_community on offices(community);

create table office_rules(
  id {identity},
  officer_id bigint not null references officers(id),
  office_id bigint not null references offices(id),
  days smallint not null,         -- a bit for each day of the week, Monday the lowest
  repeat text not null,           -- every week, or which of the month
  starts text not null, ends text not null,
  since text not null, until text,
  created_at bigint not null, removed_at bigint);
create index office_rules_officer on office_rules(officer_id);
create index office_rules_office on office_rules(office_id) where removed_at is null;
create index office_rules_starts on office_rules(starts) where removed_at is null;

-- Without an office: closed on that day. Without a rule: extra hours.
create table office_exceptions(
  id {identity},
  officer_id bigint not null references officers(id),
  day text not null,
  rule_id bigint references office_rules(id),
  office_id bigint references offices(id),
  starts text, ends text,
  reason text,
  created_at bigint not null, removed_at bigint);
create index office_exceptions_officer on office_exceptions(officer_id, day);
create unique index office_exceptions_rule on office_exceptions(rule_id, day) where removed_at is null;
create index office_exceptions_office on office_exceptions(office_id) where removed_at is null;
create index office_exceptions_starts on office_exceptions(day, starts) where removed_at is null;

-- Who asked to be reminded of one opening.
create table opening_reminders(
  person_id bigint not null references persons(id),
  opening text not null, day text not null,
  primary key (opening, person_id));
create index opening_reminders_person on opening_reminders(person_id);
create index opening_reminders_day on opening_reminders(day, opening);
