-- When coordinators were notified that the officer of this post cannot be reached and no other one serves its area. Null
-- again once it is over.
alter table assignments add column unreached_told_at bigint;
