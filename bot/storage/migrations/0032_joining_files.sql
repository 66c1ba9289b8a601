-- The file of a memorandum, as its coordinator sent it; where the office of the list of readiness is.
alter table memoranda add column file_id bigint references files(id);
alter table readiness add column latitude double precision;
alter table readiness add column longitude double precision;
