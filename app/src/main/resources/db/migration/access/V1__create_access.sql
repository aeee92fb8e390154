create schema access;

grant usage on schema access to sightline_staff, sightline_system;

create table access.user_account (
  id             uuid primary key,
  username_index bytea not null,
  username       bytea not null,
  name           bytea not null,
  password_hash  text not null,
  disabled_on    date,
  constraint user_account_username_uq unique (username_index)
);
comment on column access.user_account.username_index is 'Blind index of the sign-in name';
comment on column access.user_account.username is 'Sealed: sign-in name';
comment on column access.user_account.name is 'Sealed: name of a member of staff';

create table access.workspace (
  id        uuid primary key,
  kind      text not null,
  parent    uuid,
  name      text,
  opened_on date not null,
  constraint workspace_kind_ck check (kind in ('SCHOOL', 'ROUND')),
  constraint workspace_parent_fk foreign key (parent) references access.workspace (id)
);

comment on column access.workspace.name is 'Name of a school; a round has its title in its own module';

create table access.membership (
  id           uuid primary key,
  workspace_id uuid not null,
  user_id      uuid not null,
  role         text not null,
  from_date    date not null,
  until_date   date,
  constraint membership_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint membership_user_fk foreign key (user_id) references access.user_account (id),
  constraint membership_once_uq unique (workspace_id, user_id, role, from_date),
  constraint membership_role_ck check (role in ('ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD',
    'DEPUTY_LEAD', 'HEAD', 'ADMINISTRATOR', 'GOVERNANCE')),
  constraint membership_dates_ck check (until_date is null or until_date >= from_date)
);
create index membership_user_ix on access.membership (user_id, workspace_id);

-- Whoever the application says is acting. Empty or absent means nobody (DB-03).
create function access.me() returns uuid
  language sql stable
  set search_path = pg_catalog
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;

-- The workspaces that are open to me today. SECURITY DEFINER so that the policy on memberships
-- does not call itself; pinned in CatalogueTest (DB-05).
create function access.my_workspaces() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select m.workspace_id
      from access.membership m
     where m.user_id = access.me()
       and m.from_date <= (now() at time zone 'Europe/London')::date
       and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
  $$;

create function access.my_workspaces_as(variadic roles text[]) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select m.workspace_id
      from access.membership m
     where m.user_id = access.me()
       and m.role = any (roles)
       and m.from_date <= (now() at time zone 'Europe/London')::date
       and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
  $$;

-- Opens a workspace inside one of mine and makes me its owner; the only way to a first membership.
create function access.open_workspace(new_id uuid, new_kind text, in_parent uuid, on_date date)
  returns void
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  begin
    if in_parent not in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD')) then
      raise exception 'not yours' using errcode = 'insufficient_privilege';
    end if;
    insert into access.workspace (id, kind, parent, opened_on)
    values (new_id, new_kind, in_parent, on_date);
    insert into access.membership (id, workspace_id, user_id, role, from_date)
    values (gen_random_uuid(), new_id, access.me(), 'ROUND_OWNER', on_date);
  end $$;

alter table access.user_account enable row level security;
alter table access.user_account force row level security;
alter table access.workspace enable row level security;
alter table access.workspace force row level security;
alter table access.membership enable row level security;
alter table access.membership force row level security;

-- Staff find one another by id; every name is sealed. Signing in reads one row before anyone is known.
create policy user_account_read on access.user_account for select to sightline_staff using (true);
create policy workspace_read on access.workspace for select to sightline_staff
  using (id in (select access.my_workspaces()));
create policy membership_read on access.membership for select to sightline_staff
  using (user_id = access.me() or workspace_id in (select access.my_workspaces()));
-- Only the owner of a round grants, and only in that round: a school's own roles open the wall around
-- concerns, so nobody gives them away here.
create policy membership_grant on access.membership for insert to sightline_staff
  with check (user_id <> access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER'))
    and exists (select 1 from access.workspace w where w.id = workspace_id and w.kind = 'ROUND'));
create policy membership_end on access.membership for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER'))
    and exists (select 1 from access.workspace w where w.id = workspace_id and w.kind = 'ROUND'))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));

-- The owner runs the functions above; the system sets up schools and people.
create policy user_account_owner on access.user_account to sightline_owner using (true) with check (true);
create policy workspace_owner on access.workspace to sightline_owner using (true) with check (true);
create policy membership_owner on access.membership to sightline_owner using (true) with check (true);
create policy user_account_system on access.user_account to sightline_system using (true) with check (true);
create policy workspace_system on access.workspace to sightline_system using (true) with check (true);
create policy membership_system on access.membership to sightline_system using (true) with check (true);

grant select on access.user_account, access.workspace to sightline_staff;
grant select, insert on access.membership to sightline_staff;
grant update (until_date) on access.membership to sightline_staff;
grant select, insert, update on access.user_account, access.workspace, access.membership to sightline_system;
