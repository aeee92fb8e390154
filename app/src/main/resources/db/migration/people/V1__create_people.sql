create schema people;

grant usage on schema people to sightline_staff, sightline_system;

-- Somebody several agencies may be concerned about. What is known of them lies in the tables below.
create table people.person (
  id      uuid primary key,
  by_user uuid not null,
  at      timestamptz not null,
  constraint person_by_fk foreign key (by_user) references access.user_account (id)
);

-- The pieces of work that hold the record: it is visible through each of them. An end is a moment.
create table people.holding (
  id           uuid primary key,
  person_id    uuid not null,
  workspace_id uuid not null,
  by_user      uuid not null,
  at           timestamptz not null,
  ended_by     uuid,
  ended_at     timestamptz,
  constraint holding_person_fk foreign key (person_id) references people.person (id),
  constraint holding_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint holding_by_fk foreign key (by_user) references access.user_account (id),
  constraint holding_end_ck check ((ended_by is null) = (ended_at is null))
);
create unique index holding_once_uq on people.holding (workspace_id, person_id) where ended_at is null;
create index holding_person_ix on people.holding (person_id);

-- Who they are, version after version: the highest holds, the others stay (RR-02).
create table people.details (
  id               uuid primary key,
  person_id        uuid not null,
  workspace_id     uuid not null,
  version          int not null,
  kind             text not null,
  given_name       bytea not null,
  surname          bytea,
  aliases          bytea,
  born             bytea,
  age_band         text,
  surname_birth    bytea,
  not_safe_to_tell boolean not null,
  not_safe_why     bytea,
  changed_because  bytea,
  by_user          uuid not null,
  at               timestamptz not null,
  constraint details_person_fk foreign key (person_id) references people.person (id),
  constraint details_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint details_version_uq unique (person_id, version),
  constraint details_kind_ck check (kind in ('YOUNG_PERSON', 'ADULT', 'UNKNOWN')),
  constraint details_age_ck check (born is null or age_band is null),
  constraint details_band_ck check (age_band in ('UNDER_10', 'FROM_10', 'FROM_13', 'FROM_16', 'FROM_18', 'OVER_25')),
  constraint details_safe_ck check (not_safe_to_tell = (not_safe_why is not null)),
  constraint details_change_ck check ((version > 1) = (changed_because is not null))
);
comment on column people.details.given_name is 'Sealed: given name, or what somebody unknown is called';
comment on column people.details.surname is 'Sealed: surname';
comment on column people.details.aliases is 'Sealed: other names, one on each line';
comment on column people.details.born is 'Sealed: date of birth';
comment on column people.details.age_band is 'Where the date of birth is not known';
comment on column people.details.surname_birth is 'Blind index of surname with date of birth';
comment on column people.details.not_safe_to_tell is 'Not safe to tell parent or carer (EX-09)';
comment on column people.details.not_safe_why is 'Sealed: why it is not safe to tell them';
comment on column people.details.changed_because is 'Sealed: why this version was written';
create index details_surname_birth_ix on people.details (surname_birth);

-- Not unique across people: whether somebody elsewhere has the same number is nobody's to find out (DB-06).
create table people.identifier (
  id           uuid primary key,
  person_id    uuid not null,
  workspace_id uuid not null,
  kind         text not null,
  agency       bytea,
  value        bytea not null,
  value_index  bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  ended_by     uuid,
  ended_at     timestamptz,
  constraint identifier_person_fk foreign key (person_id) references people.person (id),
  constraint identifier_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint identifier_kind_ck check (kind in ('NHS_NUMBER', 'UPN', 'CASE_NUMBER', 'OTHER')),
  constraint identifier_agency_ck check ((kind in ('CASE_NUMBER', 'OTHER')) = (agency is not null)),
  constraint identifier_end_ck check ((ended_by is null) = (ended_at is null))
);
comment on column people.identifier.agency is 'Sealed: whose number it is';
comment on column people.identifier.value is 'Sealed: number an agency knows somebody by';
comment on column people.identifier.value_index is 'Blind index of the number with its kind';
create index identifier_value_ix on people.identifier (value_index);
create index identifier_person_ix on people.identifier (person_id);

-- Apart from the rest, so that what only lists people never reads it (EX-08).
create table people.address (
  id           uuid primary key,
  person_id    uuid not null,
  workspace_id uuid not null,
  version      int not null,
  address      bytea not null,
  protected    boolean not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint address_person_fk foreign key (person_id) references people.person (id),
  constraint address_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint address_version_uq unique (person_id, version)
);
comment on column people.address.address is 'Sealed: where they live';
comment on column people.address.protected is 'Absent from everything unless it is opened by itself, with a reason (EX-08)';

-- Who opened a protected address by itself, and why.
create table people.address_opened (
  id           uuid primary key,
  person_id    uuid not null,
  workspace_id uuid not null,
  reason       bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint address_opened_person_fk foreign key (person_id) references people.person (id),
  constraint address_opened_workspace_fk foreign key (workspace_id) references access.workspace (id)
);
comment on column people.address_opened.reason is 'Sealed: why a protected address was opened';
create index address_opened_person_ix on people.address_opened (person_id);

-- What is said about a person, each with its source, day, label and how sure (RR-07, H15). Belongs to the
-- piece of work it was written in. Never changed: a correction is another statement that supersedes it (RR-02).
create table people.statement (
  id                 uuid primary key,
  person_id          uuid not null,
  workspace_id       uuid not null,
  label              text not null,
  words              bytea not null,
  source_agency      bytea not null,
  source_role        bytea not null,
  from_young_person  boolean not null,
  known_on           date not null,
  reliability        text not null,
  by_user            uuid not null,
  at                 timestamptz not null,
  supersedes         uuid,
  superseded_because bytea,
  constraint statement_person_fk foreign key (person_id) references people.person (id),
  constraint statement_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint statement_by_fk foreign key (by_user) references access.user_account (id),
  constraint statement_place_uq unique (id, person_id, workspace_id),
  constraint statement_supersedes_fk foreign key (supersedes, person_id, workspace_id)
    references people.statement (id, person_id, workspace_id),
  constraint statement_supersedes_uq unique (supersedes),
  constraint statement_label_ck check (label in ('FACT', 'OPINION', 'REPORTED', 'OWN_WORDS')),
  constraint statement_reliability_ck check (reliability in ('CHECKED', 'LIKELY', 'UNSURE', 'DOUBTED', 'NOT_KNOWN')),
  constraint statement_correction_ck check ((supersedes is null) = (superseded_because is null))
);
comment on column people.statement.words is 'Sealed: what is said about somebody. Special category data';
comment on column people.statement.source_agency is 'Sealed: the agency that says so';
comment on column people.statement.source_role is 'Sealed: what the person who says so does there';
comment on column people.statement.from_young_person is 'Rests on what another young person said: never shown outside (practice.md, Safety 3)';
comment on column people.statement.superseded_because is 'Sealed: why the statement before it was corrected';
create index statement_person_ix on people.statement (person_id);

-- Who got a copy of what, so that they can be told when it is corrected (RR-02).
create table people.disclosed (
  id              uuid primary key,
  person_id       uuid not null,
  workspace_id    uuid not null,
  kind            text not null,
  to_whom         bytea not null,
  details_version int not null,
  statements      uuid[] not null,
  by_user         uuid not null,
  at              timestamptz not null,
  constraint disclosed_person_fk foreign key (person_id) references people.person (id),
  constraint disclosed_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint disclosed_kind_ck check (kind in ('PRINTED', 'EXPORTED', 'SHARED'))
);
comment on column people.disclosed.to_whom is 'Sealed: who got the copy';
create index disclosed_person_ix on people.disclosed (person_id);

create table people.told (
  id           uuid primary key,
  disclosed_id uuid not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint told_disclosed_fk foreign key (disclosed_id) references people.disclosed (id)
);
comment on table people.told is 'That who got a copy was told of all corrections until then';
create index told_disclosed_ix on people.told (disclosed_id);

-- The people whose records I may open. SECURITY DEFINER because the policy on holdings could not ask holdings
-- whether a record is mine already; pinned in CatalogueTest (DB-05).
create function people.open_to_me() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select h.person_id
      from people.holding h
     where h.ended_at is null and h.workspace_id in (select access.my_workspaces())
    except
    select access.closed_to_me()
  $$;

-- A record comes into a piece of work when I may open it already, when that piece of work held it before, or
-- when nothing ever held it: it is new. Knowing an id is not enough.
create function people.may_hold(p_person uuid, p_workspace uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select p_person not in (select access.closed_to_me())
       and (p_person in (select people.open_to_me())
         or exists (select 1 from people.holding h
           where h.person_id = p_person and h.workspace_id = p_workspace)
         or not exists (select 1 from people.holding h where h.person_id = p_person)
            and exists (select 1 from people.person p where p.id = p_person and p.by_user = access.me()))
  $$;

revoke all on function people.open_to_me, people.may_hold from public;
grant execute on function people.open_to_me, people.may_hold to sightline_staff;

do $$
  declare
    t text;
  begin
    foreach t in array array['person', 'holding', 'details', 'identifier', 'address', 'address_opened', 'statement', 'disclosed', 'told'] loop
      execute format('alter table people.%I enable row level security', t);
      execute format('alter table people.%I force row level security', t);
    end loop;
  end $$;

create policy person_owner on people.person to sightline_owner using (true) with check (true);
create policy holding_owner on people.holding to sightline_owner using (true) with check (true);

create policy person_read on people.person for select to sightline_staff
  using (id in (select people.open_to_me()));
create policy person_add on people.person for insert to sightline_staff with check (by_user = access.me());

create policy holding_read on people.holding for select to sightline_staff
  using (workspace_id in (select access.my_workspaces())
    and person_id not in (select access.closed_to_me()));
create policy holding_begin on people.holding for insert to sightline_staff
  with check (by_user = access.me() and ended_at is null
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and exists (select 1 from access.workspace w where w.id = workspace_id and w.kind = 'CASEWORK')
    and people.may_hold(person_id, workspace_id));
create policy holding_end on people.holding for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and person_id not in (select access.closed_to_me()))
  with check (ended_by = access.me());

-- What is written about somebody is written from a piece of work that holds them and in which I work.
create policy details_read on people.details for select to sightline_staff
  using (person_id in (select people.open_to_me()));
create policy details_write on people.details for insert to sightline_staff
  with check (by_user = access.me() and person_id in (select people.open_to_me())
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and exists (select 1 from people.holding h
      where h.person_id = details.person_id and h.workspace_id = details.workspace_id and h.ended_at is null));

create policy identifier_read on people.identifier for select to sightline_staff
  using (person_id in (select people.open_to_me()));
create policy identifier_write on people.identifier for insert to sightline_staff
  with check (by_user = access.me() and person_id in (select people.open_to_me())
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and exists (select 1 from people.holding h
      where h.person_id = identifier.person_id and h.workspace_id = identifier.workspace_id and h.ended_at is null));
create policy identifier_end on people.identifier for update to sightline_staff
  using (person_id in (select people.open_to_me())
    and person_id in (select h.person_id from people.holding h
      where h.workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))))
  with check (ended_by = access.me());

create policy address_read on people.address for select to sightline_staff
  using (person_id in (select people.open_to_me()));
create policy address_write on people.address for insert to sightline_staff
  with check (by_user = access.me() and person_id in (select people.open_to_me())
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and exists (select 1 from people.holding h
      where h.person_id = address.person_id and h.workspace_id = address.workspace_id and h.ended_at is null));

create policy address_opened_read on people.address_opened for select to sightline_staff
  using (person_id in (select people.open_to_me()));
create policy address_opened_write on people.address_opened for insert to sightline_staff
  with check (by_user = access.me() and person_id in (select people.open_to_me())
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));

create policy statement_read on people.statement for select to sightline_staff
  using (person_id in (select people.open_to_me())
    and workspace_id in (select access.my_workspaces())
    and id not in (select access.closed_to_me()));
create policy statement_write on people.statement for insert to sightline_staff
  with check (by_user = access.me() and person_id in (select people.open_to_me())
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and exists (select 1 from people.holding h
      where h.person_id = statement.person_id and h.workspace_id = statement.workspace_id and h.ended_at is null));

create policy disclosed_read on people.disclosed for select to sightline_staff
  using (person_id in (select people.open_to_me())
    and workspace_id in (select access.my_workspaces()));
create policy disclosed_write on people.disclosed for insert to sightline_staff
  with check (by_user = access.me() and person_id in (select people.open_to_me())
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));

create policy told_read on people.told for select to sightline_staff
  using (disclosed_id in (select d.id from people.disclosed d));
create policy told_write on people.told for insert to sightline_staff
  with check (by_user = access.me() and disclosed_id in (select d.id from people.disclosed d
    where d.workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))));

grant select, insert on people.person, people.holding, people.details, people.identifier, people.address,
  people.address_opened, people.statement, people.disclosed, people.told to sightline_staff;
grant update (ended_by, ended_at) on people.holding, people.identifier to sightline_staff;
