-- What the other side gets of a file, cleaned or renamed: by which id the transport has it once it was uploaded, or why
-- it cannot be passed on.
alter table files add column passed_id text;
alter table files add column fault text;
