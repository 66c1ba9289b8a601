-- An invitation is proposed to and confirmed. `name`: of the person who is expected; `code` and `account`: what the
-- proposal is recognised by while it waits. One that ended otherwise than by being confirmed says how.
alter table invitations add column name text;
alter table invitations add column code text;
alter table invitations add column account text;  -- the name at the transport of the person who proposes
alter table invitations add column ended text;    -- declined, withdrawn, revoked, expired
alter table invitations add column ended_at bigint;
alter table invitations add column ended_by bigint references persons(id);
create index invitations_waiting on invitations(expires_at)
  where proposed_at is not null and confirmed_at is null and ended is null;
