-- The consent's text has versions: a case goes on under the one with which it was sent. Null: it was not sent yet.
alter table cases add column consent_version integer;
update cases set consent_version = 1 where sent_at is not null;
