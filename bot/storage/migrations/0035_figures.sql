-- How much there was of what in a community on a day in Kyiv (domain/figures.py), written with each change of a case.
-- Those of cases that are here already are counted once, when the bot first starts with this.
create table daily_counts(
  community text not null, day text not null, measure text not null, key text not null,
  count bigint not null,
  primary key (community, day, measure, key));

-- What was published of a period, which begins on that day. It is not changed any more.
create table figure_periods(
  community text not null references communities(code), period text not null,
  since text,                                     -- the community was active from this day on only
  published_at bigint not null,
  primary key (community, period));

create table published_figures(
  community text not null, period text not null,
  name text not null,
  value bigint not null, exact boolean not null,  -- not exact: that or more
  primary key (community, period, name),
  foreign key (community, period) references figure_periods(community, period));

-- A notice that a council proposed: its author is the person of the council until an officer or a coordinator takes it.
alter table notices add column council text;                       -- the community whose council it is of
alter table notices add column proposed_by bigint references persons(id);
create index notices_proposed on notices(council, id) where status = 'proposed';
create index notices_proposer on notices(proposed_by) where proposed_by is not null;
