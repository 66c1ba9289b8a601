-- A call or a visit that an officer wrote down leads to nobody in the bot until its resident claims it.
alter table cases add column unclaimed boolean not null default false;
-- The version of the text that was read out, and to which the person agreed aloud. Null: to none.
alter table cases add column spoken_consent integer;

-- By a slip of paper the resident claims such a case. There is one of a case at most: it goes when it was used, and a
-- second one takes its place. Link and code are made of the seed by a key outside the database; here are their hashes.
create table case_slips(
  id {identity},
  case_id bigint not null references cases(id) on delete cascade,
  seed text not null,
  token_hash text not null,
  code_hash text not null,
  officer_id bigint references officers(id),      -- who issued it; null: a coordinator
  expires_at bigint not null,
  tries smallint not null default 0);             -- wrong codes so far
create unique index case_slips_case on case_slips(case_id);
create unique index case_slips_token on case_slips(token_hash);
create index case_slips_expiry on case_slips(expires_at);
