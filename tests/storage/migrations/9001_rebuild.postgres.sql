-- Only for tests: what rebuilding is on SQLite is a change in place here.
alter table cases add column rebuilt text not null default 'yes';
alter table persons add column rebuilt text not null default 'yes';
