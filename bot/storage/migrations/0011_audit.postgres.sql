-- The audit becomes a chain (domain/audit.py): each entry has the hash of its content and of the hash before it. Empty:
-- from before the chain. Ids are the numbers of entries, without gaps.
alter table audit add column by_name text;      -- of an operator
alter table audit add column community text;
alter table audit add column hash text not null default '';

-- Where the chain starts that is kept: what is before it is over, or was never in a chain.
create table audit_checkpoints(
  upto bigint primary key,        -- the last entry before it, with its hash
  hash text not null,
  entries bigint not null,        -- how many went with this cut
  at bigint not null,
  signature text);
insert into audit_checkpoints(upto, hash, entries, at) select coalesce(max(id), 0), '', 0, coalesce(max(at), 0) from audit;

-- Locks the audit for a transaction, and then reads its last entry: a statement of its own, with a newer snapshot.
create function locked_audit_head(key bigint) returns table(number bigint, hash text) language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(key);
  return query select a.id, a.hash from audit a where a.id > 0 order by a.id desc limit 1;
end $$;

-- Entries are only added; only those before a checkpoint go.
create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'audit' then
    if old.id <= (select max(upto) from audit_checkpoints) then
      return old;
    end if;
  end if;
  raise exception 'the audit is only added to';
end $$;
create trigger audit_is_only_added_to before update or delete on audit
  for each row execute function refuse_change_of_audit();
create trigger audit_is_never_emptied before truncate on audit
  for each statement execute function refuse_change_of_audit();
create trigger audit_checkpoints_are_only_added_to before update or delete on audit_checkpoints
  for each row execute function refuse_change_of_audit();
create trigger audit_checkpoints_are_never_emptied before truncate on audit_checkpoints
  for each statement execute function refuse_change_of_audit();
