-- Who took a copy of what, when and for what: for tracing a file or a sheet of paper to whoever took it.
create sequence documents.copy_number;

create table documents.copy (
  id           uuid primary key,
  code         text not null,
  number       bigint not null,
  kind         text not null,
  workspace_id uuid not null,
  object_id    uuid not null,
  by_user      uuid not null,
  at           timestamptz not null,
  purpose      text not null,
  sha256       bytea not null,
  constraint copy_code_uq unique (code),
  constraint copy_number_uq unique (number),
  constraint copy_code_ck check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  constraint copy_kind_ck check (kind ~ '^[a-z]+\.[a-z-]+$'),
  constraint copy_purpose_ck check (purpose in ('NOT_SAID', 'MEETING', 'COLLEAGUES', 'PARTNERS', 'TAKING_PART', 'RECORD')),
  constraint copy_sha256_ck check (octet_length(sha256) = 32),
  constraint copy_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint copy_user_fk foreign key (by_user) references access.user_account (id)
);
comment on table documents.copy is 'One row for each stamped copy that left. It holds nothing of what the copy says';
create index copy_sha256_ix on documents.copy (sha256);
create index copy_object_ix on documents.copy (object_id);
create index copy_workspace_ix on documents.copy (workspace_id);

alter table documents.copy enable row level security;
alter table documents.copy force row level security;

create policy copy_take on documents.copy for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (select access.my_workspaces()));
create policy copy_read on documents.copy for select to sightline_staff
  using (by_user = access.me() or workspace_id in (
    select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'GOVERNANCE')));
create policy copy_system on documents.copy for select to sightline_system using (true);

grant usage on sequence documents.copy_number to sightline_staff;
grant select, insert on documents.copy to sightline_staff;
grant select on documents.copy to sightline_system;
