-- Reminders of all office hours are a topic of their own now, off until a person turns it on. Those who had turned on the
-- topic of receptions, which brought them before, keep them.
insert into subscriptions(person_id, topic, subscribed)
  select person_id, 'hours', subscribed from subscriptions where topic = 'reception' and subscribed;
