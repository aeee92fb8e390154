-- What the second of two people is told before they look at it; absent where the kind says enough.
alter table access.second_person add column about bytea;
comment on column access.second_person.about is 'Sealed: what it is about, in words; names nobody but the piece of work';
