-- Who got a copy of the map, or of lines of it, so that they can be told when something on it is put right or
-- withdrawn (RR-02). What they got is the map as an entry of its log left it, and of that these elements.
create table network.gone_copy (
  id           uuid primary key,
  workspace_id uuid not null,
  kind         text not null,
  entry        bigint not null,
  elements     uuid[] not null,
  to_whom      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint gone_copy_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint gone_copy_by_fk foreign key (by_user) references access.user_account (id),
  constraint gone_copy_kind_ck check (kind ~ '^network\.[a-z0-9-]+$')
);
comment on column network.gone_copy.to_whom is 'Sealed: who got it';
create index gone_copy_workspace_ix on network.gone_copy (workspace_id);
create index gone_copy_by_ix on network.gone_copy (by_user);

create table network.gone_copy_told (
  id           uuid primary key,
  workspace_id uuid not null,
  copy_id      uuid not null,
  entry        bigint not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint gone_copy_told_copy_fk foreign key (copy_id) references network.gone_copy (id),
  constraint gone_copy_told_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint gone_copy_told_by_fk foreign key (by_user) references access.user_account (id)
);
comment on table network.gone_copy_told is 'That whoever got a copy of a map was told what had been put right up to an entry of its log';
create index gone_copy_told_copy_ix on network.gone_copy_told (copy_id);
create index gone_copy_told_workspace_ix on network.gone_copy_told (workspace_id);
create index gone_copy_told_by_ix on network.gone_copy_told (by_user);

alter table network.gone_copy enable row level security;
alter table network.gone_copy force row level security;
alter table network.gone_copy_told enable row level security;
alter table network.gone_copy_told force row level security;

create policy gone_copy_read on network.gone_copy for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy gone_copy_note on network.gone_copy for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy gone_copy_told_read on network.gone_copy_told for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy gone_copy_told_say on network.gone_copy_told for insert to sightline_staff
  with check (by_user = access.me()
    and copy_id in (select c.id from network.gone_copy c where c.workspace_id = gone_copy_told.workspace_id)
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));

grant select, insert on network.gone_copy, network.gone_copy_told to sightline_staff;
