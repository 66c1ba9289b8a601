-- When a person was last shown the emergency card of a kind: each comes once an hour. Older ones are swept.
create table emergency_cards(
  person_id bigint not null references persons(id) on delete cascade,
  emergency text not null,
  shown_at bigint not null,
  primary key (person_id, emergency));
create index emergency_cards_shown on emergency_cards(shown_at);
