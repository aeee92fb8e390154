-- The order in which things were said; two things of one transaction have one moment.
create sequence plans.said_number;
grant usage on sequence plans.said_number to sightline_staff;

-- Something that was agreed in a piece of work about people (B05, B18, B20). What it answers, a line, a person, a
-- place or a gap, is a kind and a number that the feature knows; nothing here leads there.
create table plans.agreed_action (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('plans.said_number'),
  target_kind   text,
  target_id     uuid,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint agreed_action_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint agreed_action_by_fk foreign key (by_user) references access.user_account (id),
  constraint agreed_action_workspace_uq unique (workspace_id, id),
  constraint agreed_action_target_ck check ((target_kind is null) = (target_id is null)),
  constraint agreed_action_kind_ck check (target_kind ~ '^[a-z]+(-[a-z]+)*$'),
  constraint agreed_action_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);

-- What, who and by when, in versions; the highest holds. Exactly one is accountable: a member, or somebody of
-- another agency in words.
create table plans.agreed_version (
  id           uuid primary key,
  action_id    uuid not null,
  workspace_id uuid not null,
  version      int not null,
  kind         text not null,
  about        text not null,
  owner        uuid,
  due_on       date not null,
  content      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint agreed_version_action_fk foreign key (workspace_id, action_id)
    references plans.agreed_action (workspace_id, id),
  constraint agreed_version_owner_fk foreign key (owner) references access.user_account (id),
  constraint agreed_version_by_fk foreign key (by_user) references access.user_account (id),
  constraint agreed_version_once_uq unique (action_id, version),
  constraint agreed_version_kind_ck check (kind in ('SUPPORT', 'DISRUPTION', 'ENVIRONMENT', 'GAP', 'SOMETHING_ELSE')),
  constraint agreed_version_about_ck check (about in ('PERSON', 'CONTEXT'))
);
comment on column plans.agreed_version.content is 'Sealed: what will be done, the agency, and an owner outside. Special category data';
create index agreed_version_owner_ix on plans.agreed_version (owner);

-- How far it is: added, taken back and said again, never changed.
create table plans.agreed_update (
  id            uuid primary key,
  action_id     uuid not null,
  workspace_id  uuid not null,
  number        bigint not null default nextval('plans.said_number'),
  state         text not null,
  day           date not null,
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint agreed_update_action_fk foreign key (workspace_id, action_id)
    references plans.agreed_action (workspace_id, id),
  constraint agreed_update_by_fk foreign key (by_user) references access.user_account (id),
  constraint agreed_update_state_ck check (state in ('GOING_ON', 'DONE', 'NOT_POSSIBLE', 'NOT_NEEDED')),
  constraint agreed_update_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column plans.agreed_update.content is 'Sealed: how far it is, or why not. Special category data';
create index agreed_update_action_ix on plans.agreed_update (action_id);

do $$
  declare
    t text;
  begin
    foreach t in array array['agreed_action', 'agreed_version', 'agreed_update'] loop
      execute format('alter table plans.%I enable row level security', t);
      execute format('alter table plans.%I force row level security', t);
      execute format('create policy %s_read on plans.%I for select to sightline_staff '
        'using (workspace_id in (select access.my_workspaces()))', t, t);
      execute format('create policy %s_add on plans.%I for insert to sightline_staff '
        'with check (by_user = access.me() and workspace_id in '
        '(select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('create policy %s_system on plans.%I for select to sightline_system using (true)', t, t);
      execute format('grant select, insert on plans.%I to sightline_staff', t);
    end loop;
    foreach t in array array['agreed_action', 'agreed_update'] loop
      execute format('create policy %s_take_back on plans.%I for update to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST''))) '
        'with check (taken_back_by is null or taken_back_by = access.me())', t, t);
      execute format('grant update (taken_back_by, taken_back_at) on plans.%I to sightline_staff', t);
    end loop;
  end $$;

-- What is overdue is listed by its number and its day: the application's own role reads those and nothing sealed.
grant select (id, taken_back_at) on plans.agreed_action to sightline_system;
grant select (action_id, version, due_on) on plans.agreed_version to sightline_system;
grant select (action_id, number, state, taken_back_at) on plans.agreed_update to sightline_system;
