-- Where maps are counted. No identity column, no sequence, no time, no name; rows are written in
-- random order by one transaction (ST-01, ST-02). The date of a map is its session's.
create table engagement.map (
  id           uuid primary key,
  workspace_id uuid not null,
  session_id   uuid not null,
  year_group   int,
  slip_hash    text,
  cohort       int,
  constraint map_session_fk foreign key (session_id) references engagement.session (id),
  constraint map_year_group_ck check (year_group between 1 and 13),
  constraint map_slip_hash_ck check (slip_hash like 'argon2id$%'),
  constraint map_cohort_ck check (cohort > 0)
);
comment on column engagement.map.slip_hash is 'Argon2id of the slip code while it works; then null';
comment on column engagement.map.cohort is 'Number of the first publication that counted this map';
create unique index map_slip_ix on engagement.map (session_id, slip_hash);
create index map_round_ix on engagement.map (workspace_id);

create table engagement.mark (
  map_id       uuid not null,
  zone_key     uuid not null,
  workspace_id uuid not null,
  level        text not null,
  constraint mark_pk primary key (map_id, zone_key),
  constraint mark_map_fk foreign key (map_id) references engagement.map (id)
    on delete cascade on update cascade,
  constraint mark_level_ck check (level in ('RED', 'YELLOW', 'GREEN'))
);
comment on column engagement.mark.level is 'How a young person feels in a place; special care';

-- Random per session, so that one typed code costs one slow hash. Gone when codes stop working.
create table engagement.slip_salt (
  session_id   uuid primary key,
  workspace_id uuid not null,
  salt         bytea not null,
  constraint slip_salt_session_fk foreign key (session_id) references engagement.session (id),
  constraint slip_salt_length_ck check (length(salt) = 32)
);

-- Hashes of slips that were used, so that a restored backup can be told again (ST-07). Kept until
-- the oldest backup that could hold the map has expired, then deleted.
create table engagement.withdrawal_ledger (
  session_id uuid not null,
  slip_hash  text not null,
  constraint withdrawal_ledger_pk primary key (session_id, slip_hash),
  constraint withdrawal_ledger_session_fk foreign key (session_id) references engagement.session (id)
);

-- How many maps of each cohort have gone. No date: one look tells less than the number of rows that
-- are no longer in engagement.map, which is there to be counted anyway.
create table engagement.withdrawn_cohort (
  workspace_id uuid not null,
  cohort       int not null,
  gone         int not null,
  constraint withdrawn_cohort_pk primary key (workspace_id, cohort),
  constraint withdrawn_cohort_round_fk foreign key (workspace_id) references engagement.round (workspace_id)
);

-- One count a day over the whole installation, until the night job has put it into the audit.
create table engagement.withdrawal_day (
  day       date primary key,
  withdrawn int not null
);

alter table engagement.map enable row level security;
alter table engagement.map force row level security;
alter table engagement.mark enable row level security;
alter table engagement.mark force row level security;
alter table engagement.slip_salt enable row level security;
alter table engagement.slip_salt force row level security;
alter table engagement.withdrawal_ledger enable row level security;
alter table engagement.withdrawal_ledger force row level security;
alter table engagement.withdrawn_cohort enable row level security;
alter table engagement.withdrawn_cohort force row level security;
alter table engagement.withdrawal_day enable row level security;
alter table engagement.withdrawal_day force row level security;

-- Whoever may close a session may write its maps. Nobody who works may read them.
create policy map_make on engagement.map for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy mark_make on engagement.mark for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy slip_salt_staff on engagement.slip_salt to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));

grant insert on engagement.map, engagement.mark to sightline_staff;
grant select, insert on engagement.slip_salt to sightline_staff;

-- The functions below and in later migrations run as the owner.
create policy map_owner on engagement.map to sightline_owner using (true) with check (true);
create policy mark_owner on engagement.mark to sightline_owner using (true) with check (true);
create policy slip_salt_owner on engagement.slip_salt to sightline_owner using (true) with check (true);
create policy withdrawal_ledger_owner on engagement.withdrawal_ledger to sightline_owner using (true) with check (true);
create policy withdrawn_cohort_owner on engagement.withdrawn_cohort to sightline_owner using (true) with check (true);
create policy withdrawal_day_owner on engagement.withdrawal_day to sightline_owner using (true) with check (true);
create policy session_owner on engagement.session for select to sightline_owner using (true);
create policy session_system on engagement.session for select to sightline_system using (true);

grant select (id, last_day, closed_on) on engagement.session to sightline_system;
