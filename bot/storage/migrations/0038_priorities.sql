-- What the officers of an area see to in a half-year, which begins on the day `half`. The words are public; what a
-- person of the council has remarked on a draft is not. A priority that was withdrawn is deleted.
create table priorities(
  id {identity},
  area_id bigint not null references areas(id),
  half text not null,
  status text not null,                -- draft, asked, agreed, current, done
  problem text not null,
  aim text,
  actions text,
  partners text,
  result text,
  comment text,
  asked_at bigint,                     -- since when the council has it as it reads now
  set_at bigint,
  done_at bigint,
  result_asked_at bigint,
  created_at bigint not null);
create index priorities_area on priorities(area_id, half);
create index priorities_unasked on priorities(half) where status = 'current' and result_asked_at is null;
