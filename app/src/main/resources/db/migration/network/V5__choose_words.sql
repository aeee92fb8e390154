-- What an authority added to the words to choose from, and which of those that came with the product it does not use.
create table network.term (
  id       uuid primary key,
  number   bigint not null default nextval('network.said_number'),
  list     text not null,
  shipped  text,
  name     bytea,
  by_user  uuid not null,
  at       timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint term_by_fk foreign key (by_user) references access.user_account (id),
  constraint term_list_ck check (list in ('FRAMEWORK', 'UNIT', 'SOURCE', 'THEME', 'VULNERABILITY', 'PARTNER')),
  constraint term_what_ck check ((shipped is null) = (name is not null)),
  constraint term_shipped_ck check (shipped ~ '^[a-z-]{1,40}$'),
  constraint term_end_ck check ((ended_by is null) = (ended_at is null))
);
comment on column network.term.name is 'Sealed: a word to choose';
create unique index term_shipped_uq on network.term (list, shipped) where ended_at is null;

alter table network.term enable row level security;
alter table network.term force row level security;
-- The words name nobody: whoever is signed in chooses from them; chairs and governance readers change them.
create policy term_read on network.term for select to sightline_staff using (true);
create policy term_add on network.term for insert to sightline_staff
  with check (by_user = access.me() and ended_at is null
    and exists (select 1 from access.my_workspaces_as('CHAIR', 'GOVERNANCE')));
create policy term_end on network.term for update to sightline_staff
  using (exists (select 1 from access.my_workspaces_as('CHAIR', 'GOVERNANCE')))
  with check (ended_by is null or ended_by = access.me());
grant select, insert on network.term to sightline_staff;
grant update (ended_by, ended_at) on network.term to sightline_staff;
