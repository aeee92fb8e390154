-- What the codes in other organisations' records mean here, in three flags everybody shares (E44). No person's data.
create table sharing.local_code (
  id              uuid primary key,
  organisation_id uuid not null,
  code            bytea not null,
  meaning         bytea,
  flag            text not null,
  by_user         uuid not null,
  at              timestamptz not null,
  ended_by        uuid,
  ended_at        timestamptz,
  constraint local_code_organisation_fk foreign key (organisation_id) references sharing.organisation (id),
  constraint local_code_flag_ck check (flag in ('SAFEGUARDING', 'VULNERABILITY', 'YOUTH')),
  constraint local_code_end_ck check ((ended_by is null) = (ended_at is null))
);
comment on column sharing.local_code.code is 'Sealed: code in the records of an organisation';
comment on column sharing.local_code.meaning is 'Sealed: what it stands for there';
create index local_code_organisation_ix on sharing.local_code (organisation_id);

alter table sharing.local_code enable row level security;
alter table sharing.local_code force row level security;
create policy local_code_read on sharing.local_code for select to sightline_staff using (access.me() is not null);
create policy local_code_add on sharing.local_code for insert to sightline_staff
  with check (by_user = access.me() and ended_by is null
    and exists (select 1 from access.my_workspaces_as('GOVERNANCE')));
create policy local_code_end on sharing.local_code for update to sightline_staff
  using (exists (select 1 from access.my_workspaces_as('GOVERNANCE')))
  with check (ended_by is null or ended_by = access.me());
grant select, insert on sharing.local_code to sightline_staff;
grant update (ended_by, ended_at) on sharing.local_code to sightline_staff;
