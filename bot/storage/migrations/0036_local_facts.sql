-- What is different in a community: a telephone number of a service, or the hours of the curfew; when somebody last
-- found that it is right, and when its coordinators were last told that this is long ago.
create table local_facts(
  community text not null references communities(code) on delete cascade,
  fact text not null,        -- the key of a hotline, or curfew
  value text not null,       -- a number; for a curfew its hours, «21:00-06:00»
  checked_on text not null,
  checked_by bigint references persons(id) on delete set null,
  told_on text,
  primary key (community, fact));
create index local_facts_checked on local_facts(checked_on);
create index local_facts_checked_by on local_facts(checked_by);
