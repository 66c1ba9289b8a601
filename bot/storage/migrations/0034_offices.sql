-- The office of an area, and what people need to find it. Where people come by appointment alone, no address is shown.
alter table offices add column phone text;
alter table offices add column directions text;
alter table offices add column by_appointment boolean not null default false;
alter table offices add column photo_id bigint references files(id);
alter table areas add column office_id bigint references offices(id);
create index areas_office on areas(office_id) where office_id is not null;
create index offices_photo on offices(photo_id) where photo_id is not null;

-- How often a link brought somebody on a day, and never whom. `subject`: a community's code, or an id.
create table link_uses(
  kind text not null,
  subject text not null,
  day text not null,
  uses bigint not null,
  primary key (kind, subject, day));
