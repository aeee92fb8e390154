-- The threshold and wellbeing documents an exercise measures by (B47 to B50), as they were attached. Each lies
-- under a key of its own, so that it can be thrown away.
create table network.threshold_document (
  id           uuid primary key,
  workspace_id uuid not null,
  number       bigint not null default nextval('network.said_number'),
  kind         text not null,
  name         bytea not null,
  content      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint threshold_document_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint threshold_document_by_fk foreign key (by_user) references access.user_account (id),
  constraint threshold_document_kind_ck check (kind in ('PDF', 'PNG'))
);
comment on column network.threshold_document.name is 'Sealed: its title and version, as somebody typed them';
comment on column network.threshold_document.content is 'Sealed: the document as it was attached';
create index threshold_document_workspace_ix on network.threshold_document (workspace_id);

alter table network.threshold_document enable row level security;
alter table network.threshold_document force row level security;
create policy threshold_document_read on network.threshold_document for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy threshold_document_add on network.threshold_document for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy threshold_document_throw_away on network.threshold_document for delete to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
grant select, insert, delete on network.threshold_document to sightline_staff;
