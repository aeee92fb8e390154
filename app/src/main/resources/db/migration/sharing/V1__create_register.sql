create schema sharing;

grant usage on schema sharing to sightline_staff, sightline_system;

-- Who can be a party to an agreement or receive something. One of them stands for each school of ours.
create table sharing.organisation (
  id        uuid primary key,
  kind      text not null,
  name      bytea not null,
  school_id uuid,
  retired   boolean not null,
  by_user   uuid not null,
  at        timestamptz not null,
  constraint organisation_school_fk foreign key (school_id) references access.workspace (id),
  constraint organisation_school_uq unique (school_id),
  constraint organisation_kind_ck check (kind in ('SCHOOL', 'SOCIAL_CARE', 'POLICE', 'YOUTH_JUSTICE',
    'HEALTH', 'HOUSING', 'VOLUNTARY', 'COUNCIL', 'OTHER'))
);
comment on column sharing.organisation.name is 'Sealed: name of an organisation';

-- Agreements hold for the whole partnership, so no workspace owns them. Versions are only ever added.
create table sharing.agreement (
  id      uuid primary key,
  by_user uuid not null,
  at      timestamptz not null
);

create table sharing.agreement_version (
  id           uuid primary key,
  agreement_id uuid not null,
  version      int not null,
  title        bytea not null,
  owner        bytea not null,
  document     bytea not null,
  standards    bytea,
  basis        text not null,
  purposes     text[] not null,
  categories   text[] not null,
  from_on      date not null,
  until_on     date,
  review_on    date not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint agreement_version_agreement_fk foreign key (agreement_id) references sharing.agreement (id),
  constraint agreement_version_once_uq unique (agreement_id, version),
  constraint agreement_version_dates_ck check (until_on is null or until_on >= from_on),
  constraint agreement_version_basis_ck check (basis in ('DUTY_TO_SHARE', 'COOPERATION', 'CRIME_AND_DISORDER',
    'COURT_OR_STATUTE', 'PUBLIC_TASK')),
  constraint agreement_version_purposes_ck check (cardinality(purposes) > 0 and purposes <@ array[
    'EARLY_IDENTIFICATION', 'ASSESSMENT_ON_REQUEST', 'DISRUPTION', 'CASE_MANAGEMENT', 'PROFILING', 'SAFER_PLACES',
    'AUDIT']),
  constraint agreement_version_categories_ck check (cardinality(categories) > 0 and categories <@ array[
    'PLACES', 'MEASURES', 'IDENTITY', 'CONTACT', 'EDUCATION', 'SOCIAL_CARE', 'HEALTH', 'OFFENDING', 'PEERS',
    'INTELLIGENCE'])
);
comment on column sharing.agreement_version.title is 'Sealed: what the agreement is called';
comment on column sharing.agreement_version.owner is 'Sealed: who answers for it';
comment on column sharing.agreement_version.document is 'Sealed: where the signed document lies';
comment on column sharing.agreement_version.standards is 'Sealed: how those who receive something hold it';

create table sharing.agreement_party (
  version_id      uuid not null,
  organisation_id uuid not null,
  constraint agreement_party_pk primary key (version_id, organisation_id),
  constraint agreement_party_version_fk foreign key (version_id) references sharing.agreement_version (id),
  constraint agreement_party_organisation_fk foreign key (organisation_id) references sharing.organisation (id)
);

-- What may not go although its category is agreed: a data set, everywhere or in one area (E42).
create table sharing.restriction (
  id         uuid primary key,
  version_id uuid not null,
  category   text not null,
  area       bytea,
  wording    bytea not null,
  constraint restriction_version_fk foreign key (version_id) references sharing.agreement_version (id),
  constraint restriction_category_ck check (category in ('PLACES', 'MEASURES', 'IDENTITY', 'CONTACT', 'EDUCATION',
    'SOCIAL_CARE', 'HEALTH', 'OFFENDING', 'PEERS', 'INTELLIGENCE'))
);
comment on column sharing.restriction.area is 'Sealed: the area it holds in; none means everywhere';
comment on column sharing.restriction.wording is 'Sealed: why';
create index restriction_version_ix on sharing.restriction (version_id);

-- One person asks for a version to come into force, another brings it in.
create table sharing.activation_request (
  id           uuid primary key,
  agreement_id uuid not null,
  version      int not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint activation_request_version_fk foreign key (agreement_id, version)
    references sharing.agreement_version (agreement_id, version)
);
create index activation_request_agreement_ix on sharing.activation_request (agreement_id);

create table sharing.agreement_step (
  id           uuid primary key,
  agreement_id uuid not null,
  version      int not null,
  kind         text not null,
  reason       bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint agreement_step_version_fk foreign key (agreement_id, version)
    references sharing.agreement_version (agreement_id, version),
  constraint agreement_step_kind_ck check (
    case kind
      when 'ACTIVATED' then reason is null
      when 'SUSPENDED' then reason is not null
      when 'ENDED' then reason is not null
      else false
    end)
);
comment on column sharing.agreement_step.reason is 'Sealed: why it was suspended or ended';
create index agreement_step_agreement_ix on sharing.agreement_step (agreement_id);

alter table sharing.organisation enable row level security;
alter table sharing.organisation force row level security;
alter table sharing.agreement enable row level security;
alter table sharing.agreement force row level security;
alter table sharing.agreement_version enable row level security;
alter table sharing.agreement_version force row level security;
alter table sharing.agreement_party enable row level security;
alter table sharing.agreement_party force row level security;
alter table sharing.restriction enable row level security;
alter table sharing.restriction force row level security;
alter table sharing.activation_request enable row level security;
alter table sharing.activation_request force row level security;
alter table sharing.agreement_step enable row level security;
alter table sharing.agreement_step force row level security;

create policy organisation_read on sharing.organisation for select to sightline_staff using (access.me() is not null);
create policy organisation_add on sharing.organisation for insert to sightline_staff
  with check (by_user = access.me() and exists (select 1 from access.my_workspaces_as('GOVERNANCE')));
create policy organisation_retire on sharing.organisation for update to sightline_staff
  using (exists (select 1 from access.my_workspaces_as('GOVERNANCE')))
  with check (exists (select 1 from access.my_workspaces_as('GOVERNANCE')));

create policy agreement_read on sharing.agreement for select to sightline_staff using (access.me() is not null);
create policy agreement_add on sharing.agreement for insert to sightline_staff
  with check (by_user = access.me() and exists (select 1 from access.my_workspaces_as('GOVERNANCE')));

-- What was ever in force is open to everybody who is signed in; what is being written, to those who write
-- it and those who bring it into force.
create policy agreement_version_read on sharing.agreement_version for select to sightline_staff
  using (exists (select 1 from access.my_workspaces_as('GOVERNANCE', 'HEAD'))
    or access.me() is not null and exists (
      select 1
        from sharing.agreement_step s
       where s.agreement_id = agreement_version.agreement_id and s.version = agreement_version.version));
create policy agreement_version_add on sharing.agreement_version for insert to sightline_staff
  with check (by_user = access.me() and exists (select 1 from access.my_workspaces_as('GOVERNANCE')));

create policy agreement_party_read on sharing.agreement_party for select to sightline_staff
  using (version_id in (select id from sharing.agreement_version));
create policy agreement_party_add on sharing.agreement_party for insert to sightline_staff
  with check (exists (select 1 from access.my_workspaces_as('GOVERNANCE')));
create policy restriction_read on sharing.restriction for select to sightline_staff
  using (version_id in (select id from sharing.agreement_version));
create policy restriction_add on sharing.restriction for insert to sightline_staff
  with check (exists (select 1 from access.my_workspaces_as('GOVERNANCE')));

create policy activation_request_read on sharing.activation_request for select to sightline_staff
  using (exists (select 1 from access.my_workspaces_as('GOVERNANCE', 'HEAD')));
create policy activation_request_add on sharing.activation_request for insert to sightline_staff
  with check (by_user = access.me() and exists (select 1 from access.my_workspaces_as('GOVERNANCE')));

-- Two persons: nobody brings into force what only they asked for, nor what was asked for over a week ago
-- (AC-12). The second is a governance officer, or the head of a school that is a party.
create policy agreement_step_read on sharing.agreement_step for select to sightline_staff using (access.me() is not null);
create policy agreement_step_add on sharing.agreement_step for insert to sightline_staff
  with check (by_user = access.me() and case kind
    when 'ACTIVATED' then exists (
        select 1
          from sharing.activation_request r
         where r.agreement_id = agreement_step.agreement_id and r.version = agreement_step.version
           and r.by_user <> access.me() and r.at > now() - interval '7 days')
      and (exists (select 1 from access.my_workspaces_as('GOVERNANCE')) or exists (
        select 1
          from sharing.agreement_version v
          join sharing.agreement_party p on p.version_id = v.id
          join sharing.organisation o on o.id = p.organisation_id
         where v.agreement_id = agreement_step.agreement_id and v.version = agreement_step.version
           and o.school_id in (select access.my_workspaces_as('HEAD'))))
    else exists (select 1 from access.my_workspaces_as('GOVERNANCE')) end);

grant select, insert on sharing.organisation, sharing.agreement, sharing.agreement_version, sharing.agreement_party,
  sharing.restriction, sharing.activation_request, sharing.agreement_step to sightline_staff;
grant update (retired) on sharing.organisation to sightline_staff;
