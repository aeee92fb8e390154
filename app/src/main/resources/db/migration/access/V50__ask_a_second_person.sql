-- What takes two people (AC-12): one asks, another agrees within seven days, and then it may go. Seals and
-- agreements between agencies had this already, each in its own table; whatever else leaves asks here.
create table access.second_person (
  id           uuid primary key,
  workspace_id uuid not null,
  kind         text not null,
  object_id    uuid not null,
  version      int not null,
  path         text not null,
  reason       bytea not null,
  for_whom     bytea,
  asked_by     uuid not null,
  asked_at     timestamptz not null default now(),
  agreed_by    uuid,
  agreed_at    timestamptz,
  used_at      timestamptz,
  constraint second_person_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint second_person_asker_fk foreign key (asked_by) references access.user_account (id),
  constraint second_person_agreer_fk foreign key (agreed_by) references access.user_account (id),
  constraint second_person_another_ck check (agreed_by <> asked_by),
  constraint second_person_agreed_ck check ((agreed_by is null) = (agreed_at is null)),
  constraint second_person_in_time_ck check (agreed_at < asked_at + interval '7 days'),
  constraint second_person_used_ck check (used_at is null or agreed_at is not null),
  constraint second_person_kind_ck check (kind ~ '^[a-z]+\.[a-z-]+$'),
  constraint second_person_path_ck check (path ~ '^(/[a-z0-9-]+)+$')
);
comment on table access.second_person is 'That one person asked and another agreed, for one thing, once';
comment on column access.second_person.path is 'Where what it is about is read; ids only';
comment on column access.second_person.reason is 'Sealed: why it is asked for';
comment on column access.second_person.for_whom is 'Sealed: who is to get it';
create index second_person_object_ix on access.second_person (object_id);
create index second_person_workspace_ix on access.second_person (workspace_id);

alter table access.second_person enable row level security;
alter table access.second_person force row level security;

create policy second_person_read on access.second_person for select to sightline_staff
  using (object_id not in (select access.closed_to_me()) and workspace_id in (
    select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'CHAIR', 'PRACTITIONER',
      'ANALYST')));
create policy second_person_ask on access.second_person for insert to sightline_staff
  with check (asked_by = access.me() and agreed_by is null and used_at is null and asked_at = now()
    and object_id not in (select access.closed_to_me()) and workspace_id in (
      select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'CHAIR', 'PRACTITIONER',
      'ANALYST')));
create policy second_person_agree on access.second_person for update to sightline_staff
  using (asked_by <> access.me() and agreed_by is null and asked_at > now() - interval '7 days'
    and object_id not in (select access.closed_to_me()) and workspace_id in (
      select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'CHAIR', 'PRACTITIONER',
      'ANALYST')))
  with check (agreed_by = access.me() and asked_by <> access.me() and used_at is null);
create policy second_person_use on access.second_person for update to sightline_staff
  using (asked_by = access.me() and agreed_by is not null and used_at is null
    and asked_at > now() - interval '7 days')
  with check (asked_by = access.me() and agreed_by is not null and used_at is not null);
grant select, insert on access.second_person to sightline_staff;
grant update (agreed_by, agreed_at, used_at) on access.second_person to sightline_staff;

-- Whether somebody else has agreed to this, and it has not run out: for the policies of what takes two.
create function access.two_agreed(p_kind text, p_object uuid, p_version int) returns boolean
  language sql stable
  set search_path = pg_catalog
  as $$
    select exists (
      select 1
        from access.second_person p
       where p.kind = p_kind and p.object_id = p_object and p.version = p_version
         and p.agreed_by <> access.me() and p.asked_at > now() - interval '7 days')
  $$;
revoke all on function access.two_agreed from public;
grant execute on function access.two_agreed to sightline_staff;
