-- Casework: a piece of work about people, opened by a team or a school for one purpose (product.md, rule 1).
-- A team is what a school is to a round: the people who work there and give one another their roles.
alter table access.workspace
  drop constraint workspace_kind_ck,
  add constraint workspace_kind_ck check (kind in ('SCHOOL', 'ROUND', 'TEAM', 'CASEWORK'));
comment on column access.workspace.name is 'Name of a school or a team; a round has its title in its own module, casework in its purpose';

alter table access.membership
  drop constraint membership_role_ck,
  add constraint membership_role_ck check (role in ('ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD',
    'DEPUTY_LEAD', 'HEAD', 'ADMINISTRATOR', 'GOVERNANCE', 'CHAIR', 'PRACTITIONER', 'ANALYST'));

-- Why a piece of work is there: never changed, each change a new version with its reason (practice.md, Safety 2).
create table access.stated_purpose (
  id              uuid primary key,
  workspace_id    uuid not null,
  version         int not null,
  title           bytea not null,
  purpose         text not null,
  lawful_basis    bytea not null,
  why_now         bytea not null,
  contact         bytea not null,
  immediate_risk  text not null,
  changed_because bytea,
  by_user         uuid not null,
  at              timestamptz not null,
  constraint stated_purpose_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint stated_purpose_by_fk foreign key (by_user) references access.user_account (id),
  constraint stated_purpose_version_uq unique (workspace_id, version),
  constraint stated_purpose_purpose_ck check (purpose in ('IDENTIFY', 'ASSESS', 'PLAN', 'DISRUPT', 'PROFILE')),
  constraint stated_purpose_risk_ck check (immediate_risk in ('NO', 'PASSED_ON')),
  constraint stated_purpose_change_ck check ((version > 1) = (changed_because is not null))
);
comment on column access.stated_purpose.title is 'Sealed: what the piece of work is called';
comment on column access.stated_purpose.lawful_basis is 'Sealed: the lawful basis, as it was typed';
comment on column access.stated_purpose.why_now is 'Sealed: why now, as it was typed';
comment on column access.stated_purpose.contact is 'Sealed: whom to ask; told to colleagues elsewhere by a signpost';
comment on column access.stated_purpose.immediate_risk is 'The first question: nobody at immediate risk, or passed on already';
comment on column access.stated_purpose.changed_because is 'Sealed: why the purpose changed';

-- Opens casework inside a team or a school of mine, with its purpose, and makes me its chair; the only way
-- to a first membership of it, and no casework without a purpose.
create function access.open_casework(new_id uuid, in_parent uuid, on_date date, purpose_id uuid,
    its_title bytea, its_purpose text, its_basis bytea, its_why_now bytea, its_contact bytea, its_risk text)
  returns void
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  begin
    if access.me() is null or not exists (
        select 1
          from access.workspace w
         where w.id = in_parent and w.kind in ('TEAM', 'SCHOOL')
           and w.id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'SAFEGUARDING_LEAD'))) then
      raise exception 'not yours' using errcode = 'insufficient_privilege';
    end if;
    insert into access.workspace (id, kind, parent, opened_on)
    values (new_id, 'CASEWORK', in_parent, on_date);
    insert into access.membership (id, workspace_id, user_id, role, from_date)
    values (gen_random_uuid(), new_id, access.me(), 'CHAIR', on_date);
    insert into access.stated_purpose (id, workspace_id, version, title, purpose, lawful_basis, why_now,
      contact, immediate_risk, by_user, at)
    values (purpose_id, new_id, 1, its_title, its_purpose, its_basis, its_why_now, its_contact, its_risk,
      access.me(), now());
  end $$;

revoke all on function access.open_casework from public;
grant execute on function access.open_casework to sightline_staff;

alter table access.stated_purpose enable row level security;
alter table access.stated_purpose force row level security;
create policy stated_purpose_read on access.stated_purpose for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy stated_purpose_restate on access.stated_purpose for insert to sightline_staff
  with check (by_user = access.me() and version > 1
    and workspace_id in (select access.my_workspaces_as('CHAIR')));
create policy stated_purpose_owner on access.stated_purpose to sightline_owner using (true) with check (true);
create policy stated_purpose_system on access.stated_purpose for select to sightline_system using (true);
grant select, insert on access.stated_purpose to sightline_staff;
grant select (id, workspace_id, version, contact) on access.stated_purpose to sightline_system;

-- The chair gives the three roles of casework, never to oneself; the same who gives one ends it.
create policy membership_grant_casework on access.membership for insert to sightline_staff
  with check (user_id <> access.me() and given_by = access.me() and role in ('CHAIR', 'PRACTITIONER', 'ANALYST')
    and workspace_id in (select access.my_workspaces_as('CHAIR'))
    and exists (select 1 from access.workspace w
      where w.id = workspace_id and w.kind in ('TEAM', 'CASEWORK')));
create policy membership_end_casework on access.membership for update to sightline_staff
  using (user_id <> access.me() and role in ('CHAIR', 'PRACTITIONER', 'ANALYST')
    and workspace_id in (select access.my_workspaces_as('CHAIR'))
    and exists (select 1 from access.workspace w
      where w.id = workspace_id and w.kind in ('TEAM', 'CASEWORK')))
  with check (user_id <> access.me() and role in ('CHAIR', 'PRACTITIONER', 'ANALYST')
    and workspace_id in (select access.my_workspaces_as('CHAIR')));
