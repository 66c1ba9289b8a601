-- A lost telephone: posts and parts of a person that are locked give nothing until they are unlocked.
alter table assignments add column locked_at bigint;
alter table parts add column locked_at bigint;
create index assignments_locked on assignments(officer_id) where locked_at is not null and until is null;

-- What a person keeps on paper to lock them with, from any account.
create table recovery_codes(
  person_id bigint primary key references persons(id),
  code_hash text not null unique,
  given_at bigint not null);

drop view coordinations;
create view coordinations as
  select t.person_id, m.code as community, p.chat_id, h.id is not null and h.unreachable_since is null as reachable
    from parts t
    join communities m on t.scope = 'country' or t.scope = 'oblast' and t.scope_code = m.oblast
                       or t.scope = 'community' and t.scope_code = m.code
    left join persons p on p.id = t.person_id
    left join chats h on h.id = p.chat_id
   where t.role = 'coordinator' and t.until is null and t.locked_at is null;

drop view seats;
create view seats as
  select g.id, g.officer_id, o.person_id, g.area_id, a.community, d.chat_id, d.thread_id,
         h.id is not null and h.unreachable_since is null as reachable
    from assignments g
    left join officers o on o.id = g.officer_id
    left join areas a on a.id = g.area_id
    left join desks d on d.officer_id = g.officer_id
    left join chats h on h.id = d.chat_id
   where g.until is null and g.locked_at is null;
