-- The directory as one form: what of it waits until an officer comes, and the files that are checked and carried out.
alter table offices add column listed boolean not null default false;  -- of the directory: offered before it is used

create table wanted_posts(                                          -- officers who are to be invited
  id {identity},
  area_id bigint not null references areas(id),
  name text not null,
  created_at bigint not null,
  invitation_id bigint references invitations(id) on delete set null);
create index wanted_posts_area on wanted_posts(area_id);
create index wanted_posts_invitation on wanted_posts(invitation_id);

create table wanted_hours(                                          -- become office_rules when the officer comes
  id {identity},
  wanted_id bigint not null references wanted_posts(id) on delete cascade,
  office_id bigint not null references offices(id),
  days smallint not null,
  repeat text not null,
  starts text not null, ends text not null,
  since text not null, until text);
create index wanted_hours_post on wanted_hours(wanted_id);

create table directory_imports(
  id {identity},
  person_id bigint not null references persons(id) on delete cascade,
  state text not null,
  fault text,
  changed boolean not null default false,                           -- since its findings were shown
  file text not null,                                               -- the transport's id of it
  size bigint not null,
  created_at bigint not null);
create index directory_imports_person on directory_imports(person_id);
create index directory_imports_over on directory_imports(created_at);

create table directory_parts(                                       -- what a file says of one community
  import_id bigint not null references directory_imports(id) on delete cascade,
  community text not null,                                          -- empty: of none that could be found
  content text not null,
  findings text,                                                    -- null: not checked yet
  errors integer not null default 0, notes integer not null default 0,
  created integer not null default 0, changed integer not null default 0, same integer not null default 0,
  applied_at bigint,
  primary key (import_id, community));
