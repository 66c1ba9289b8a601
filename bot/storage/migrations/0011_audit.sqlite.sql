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

-- Entries are only added; only those before a checkpoint go.
create trigger audit_is_never_changed before update on audit begin
  select raise(abort, 'the audit is only added to');
end;
create trigger audit_is_cut_at_a_checkpoint before delete on audit
  when old.id > (select max(upto) from audit_checkpoints) begin
  select raise(abort, 'the audit is only added to');
end;
create trigger audit_checkpoints_are_never_changed before update on audit_checkpoints begin
  select raise(abort, 'the audit is only added to');
end;
create trigger audit_checkpoints_are_kept before delete on audit_checkpoints begin
  select raise(abort, 'the audit is only added to');
end;
