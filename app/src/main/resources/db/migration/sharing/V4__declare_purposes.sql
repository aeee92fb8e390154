-- What a workspace is for, by which law, and why now. Versions are only ever added: the highest holds.
create table sharing.workspace_purpose (
  id           uuid primary key,
  workspace_id uuid not null,
  version      int not null,
  purpose      text not null,
  basis        text not null,
  agreement_id uuid,
  why_now      bytea not null,
  reason       bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint workspace_purpose_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint workspace_purpose_agreement_fk foreign key (agreement_id) references sharing.agreement (id),
  constraint workspace_purpose_once_uq unique (workspace_id, version),
  constraint workspace_purpose_reason_ck check (version = 1 or reason is not null),
  constraint workspace_purpose_basis_ck check (basis in ('DUTY_TO_SHARE', 'COOPERATION', 'CRIME_AND_DISORDER',
    'COURT_OR_STATUTE', 'PUBLIC_TASK')),
  constraint workspace_purpose_purpose_ck check (purpose in ('EARLY_IDENTIFICATION', 'ASSESSMENT_ON_REQUEST',
    'DISRUPTION', 'CASE_MANAGEMENT', 'PROFILING', 'SAFER_PLACES', 'AUDIT'))
);
comment on column sharing.workspace_purpose.why_now is 'Sealed: why now';
comment on column sharing.workspace_purpose.reason is 'Sealed: why the purpose changed';

alter table sharing.workspace_purpose enable row level security;
alter table sharing.workspace_purpose force row level security;

create policy workspace_purpose_read on sharing.workspace_purpose for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy workspace_purpose_add on sharing.workspace_purpose for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (
    select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));
grant select, insert on sharing.workspace_purpose to sightline_staff;
