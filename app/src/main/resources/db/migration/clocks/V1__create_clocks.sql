create schema clocks;

grant usage on schema clocks to sightline_staff, sightline_system;

-- The order in which things were said; two things of one transaction have one moment.
create sequence clocks.said_number;
grant usage on sequence clocks.said_number to sightline_staff;

-- What a council changed in the rule book. Never overwritten: the last change of a part of a rule holds. Without a
-- value the part is again as it came with the product.
create table clocks.rule_change (
  id      uuid primary key,
  number  bigint not null default nextval('clocks.said_number'),
  rule    text not null,
  part    text not null,
  value   text,
  because bytea not null,
  by_user uuid not null,
  at      timestamptz not null,
  constraint rule_change_by_fk foreign key (by_user) references access.user_account (id),
  constraint rule_change_part_ck check (part in ('amount', 'kind', 'landing', 'latest', 'warning')),
  constraint rule_change_value_ck check (length(value) <= 20)
);
comment on column clocks.rule_change.because is 'Sealed: why the rule was changed';

-- Bank holidays that were proclaimed after this release.
create table clocks.proclaimed (
  id       uuid primary key,
  nation   text not null,
  day      date not null,
  name     bytea not null,
  by_user  uuid not null,
  at       timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint proclaimed_by_fk foreign key (by_user) references access.user_account (id),
  constraint proclaimed_nation_ck check (nation in ('ENGLAND', 'WALES', 'SCOTLAND', 'NORTHERN_IRELAND')),
  constraint proclaimed_end_ck check ((ended_by is null) = (ended_at is null))
);
comment on column clocks.proclaimed.name is 'Sealed: what the holiday is called';
create unique index proclaimed_once_uq on clocks.proclaimed (nation, day) where ended_at is null;

-- When a school is shut to pupils.
create table clocks.closure (
  id           uuid primary key,
  workspace_id uuid not null,
  first_on     date not null,
  last_on      date not null,
  name         bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  ended_by     uuid,
  ended_at     timestamptz,
  constraint closure_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint closure_by_fk foreign key (by_user) references access.user_account (id),
  constraint closure_days_ck check (last_on >= first_on and last_on < first_on + 366),
  constraint closure_end_ck check ((ended_by is null) = (ended_at is null))
);
comment on column clocks.closure.name is 'Sealed: what the closure is called';

-- A date that a piece of work has to keep, in versions: the highest holds. Each keeps the rule it was computed by.
create table clocks.due_date (
  id           uuid primary key,
  workspace_id uuid not null,
  slot         text not null,
  version      int not null,
  rule         text not null,
  started_on   date not null,
  due_on       date not null,
  warn_on      date not null,
  settled      boolean not null,
  explanation  text not null,
  source       text not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint due_date_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint due_date_by_fk foreign key (by_user) references access.user_account (id),
  constraint due_date_version_uq unique (workspace_id, slot, version),
  constraint due_date_version_ck check (version >= 1),
  constraint due_date_warn_ck check (warn_on <= due_on),
  constraint due_date_slot_ck check (slot ~ '^[A-Z]+(_[A-Z]+)*(-[0-9]+)?$')
);

-- What somebody said of a date: the last holds.
create table clocks.said_of_date (
  id           uuid primary key,
  workspace_id uuid not null,
  slot         text not null,
  number       bigint not null default nextval('clocks.said_number'),
  kind         text not null,
  day          date,
  because      bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint said_of_date_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint said_of_date_by_fk foreign key (by_user) references access.user_account (id),
  constraint said_of_date_kind_ck check (kind in ('OPEN', 'PLANNED', 'DONE', 'EXEMPT')),
  constraint said_of_date_day_ck check ((day is not null) = (kind in ('PLANNED', 'DONE'))),
  constraint said_of_date_because_ck check ((because is not null) = (kind = 'EXEMPT'))
);
comment on column clocks.said_of_date.because is 'Sealed: why the date does not apply';

do $$
  declare
    t text;
  begin
    foreach t in array array['rule_change', 'proclaimed', 'closure', 'due_date', 'said_of_date'] loop
      execute format('alter table clocks.%I enable row level security', t);
      execute format('alter table clocks.%I force row level security', t);
    end loop;
  end $$;

-- The rule book and bank holidays are everybody's to read; the governance officer of a school or team changes them.
create policy rule_change_read on clocks.rule_change for select to sightline_staff using (true);
create policy rule_change_read_system on clocks.rule_change for select to sightline_system using (true);
create policy rule_change_add on clocks.rule_change for insert to sightline_staff
  with check (by_user = access.me() and exists (select 1 from access.my_workspaces_as('GOVERNANCE')));

create policy proclaimed_read on clocks.proclaimed for select to sightline_staff using (true);
create policy proclaimed_add on clocks.proclaimed for insert to sightline_staff
  with check (by_user = access.me() and ended_at is null
    and exists (select 1 from access.my_workspaces_as('GOVERNANCE')));
create policy proclaimed_end on clocks.proclaimed for update to sightline_staff
  using (exists (select 1 from access.my_workspaces_as('GOVERNANCE')))
  with check (ended_by is null or ended_by = access.me());

-- Term dates name nobody: whoever is signed in counts school days by them.
create policy closure_read on clocks.closure for select to sightline_staff using (true);
create policy closure_add on clocks.closure for insert to sightline_staff
  with check (by_user = access.me() and ended_at is null and workspace_id in
    (select access.my_workspaces_as('ADMINISTRATOR', 'HEAD', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'GOVERNANCE')));
create policy closure_end on clocks.closure for update to sightline_staff
  using (workspace_id in
    (select access.my_workspaces_as('ADMINISTRATOR', 'HEAD', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'GOVERNANCE')))
  with check (ended_by is null or ended_by = access.me());

create policy due_date_read on clocks.due_date for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy due_date_add on clocks.due_date for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));

create policy said_of_date_read on clocks.said_of_date for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy said_of_date_add on clocks.said_of_date for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));

grant select, insert on clocks.rule_change, clocks.proclaimed, clocks.closure, clocks.due_date, clocks.said_of_date
  to sightline_staff;
grant update (ended_by, ended_at) on clocks.proclaimed, clocks.closure to sightline_staff;
grant select (rule, part, value, number) on clocks.rule_change to sightline_system;
