-- Kept away from a workspace, or from one record in it: the subject, a relative, one's own allegation.
-- Beats every grant, break-glass and administrators included (AC-06).
create table access.conflict_block (
  id           uuid primary key,
  user_id      uuid not null,
  workspace_id uuid not null,
  record_id    uuid,
  reason       bytea,
  declared_by  uuid not null,
  declared_on  date not null,
  lifted_by    uuid,
  lifted_on    date,
  constraint conflict_block_user_fk foreign key (user_id) references access.user_account (id),
  constraint conflict_block_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint conflict_block_declared_fk foreign key (declared_by) references access.user_account (id),
  constraint conflict_block_lifted_fk foreign key (lifted_by) references access.user_account (id),
  constraint conflict_block_lifted_ck check ((lifted_by is null) = (lifted_on is null)),
  constraint conflict_block_another_ck check (lifted_by <> user_id)
);
comment on column access.conflict_block.record_id is 'Empty when the whole workspace is closed';
comment on column access.conflict_block.reason is 'Sealed: why, as it was typed';
create index conflict_block_user_ix on access.conflict_block (user_id) where lifted_on is null;

-- A record that only the people named may know of (AC-10).
create table access.sealed_record (
  record_id    uuid primary key,
  workspace_id uuid not null,
  sealed_by    uuid not null,
  on_date      date not null,
  opened_on    date,
  constraint sealed_record_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint sealed_record_by_fk foreign key (sealed_by) references access.user_account (id)
);
comment on column access.sealed_record.opened_on is 'When two readers took the seal off again';

create table access.sealed_reader (
  record_id uuid not null,
  user_id   uuid not null,
  named_by  uuid not null,
  from_date date not null,
  constraint sealed_reader_pk primary key (record_id, user_id),
  constraint sealed_reader_record_fk foreign key (record_id) references access.sealed_record (record_id),
  constraint sealed_reader_user_fk foreign key (user_id) references access.user_account (id),
  constraint sealed_reader_named_fk foreign key (named_by) references access.user_account (id)
);
create index sealed_reader_user_ix on access.sealed_reader (user_id);

-- A workspace opened in an emergency by somebody who is no member, for an hour at most (AC-09).
create table access.break_glass (
  id            uuid primary key,
  user_id       uuid not null,
  workspace_id  uuid not null,
  category      text not null,
  reason        bytea not null,
  opened_at     timestamptz not null,
  until         timestamptz not null,
  given_back_at timestamptz,
  constraint break_glass_user_fk foreign key (user_id) references access.user_account (id),
  constraint break_glass_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint break_glass_category_ck check (category in ('IMMEDIATE_DANGER', 'MISSING', 'COVERING', 'LEGAL_DUTY')),
  constraint break_glass_hour_ck check (until > opened_at and until <= opened_at + interval '60 minutes')
);
comment on column access.break_glass.reason is 'Sealed: why, as it was typed';
create index break_glass_user_ix on access.break_glass (user_id, until);

-- Where I am kept away from, whole. Called by the functions below alone, with their rights.
create function access.blocked_from_me() returns setof uuid
  language sql stable
  set search_path = pg_catalog
  as $$
    select w.id
      from access.conflict_block b
      join access.workspace w on b.workspace_id in (w.id, w.parent)
     where b.user_id = access.me() and b.record_id is null and b.lifted_on is null
  $$;

-- What is open to me today: by membership, or for minutes by break-glass; never past a block.
create or replace function access.my_workspaces() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select m.workspace_id
      from access.membership m
     where m.user_id = access.me()
       and m.from_date <= (now() at time zone 'Europe/London')::date
       and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
       and m.workspace_id not in (select access.blocked_from_me())
    union all
    select g.workspace_id
      from access.break_glass g
     where g.user_id = access.me() and g.given_back_at is null
       and g.opened_at <= now() and g.until > now()
       and g.workspace_id not in (select access.blocked_from_me())
  $$;

-- Roles come from memberships alone, so what is opened by break-glass is read and never changed.
create or replace function access.my_workspaces_as(variadic roles text[]) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select m.workspace_id
      from access.membership m
     where m.user_id = access.me()
       and m.role = any (roles)
       and m.from_date <= (now() at time zone 'Europe/London')::date
       and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
       and m.workspace_id not in (select access.blocked_from_me())
  $$;

-- The records I am kept away from, and the sealed ones that do not name me. Policies of tables that hold
-- records say "and id not in (select access.closed_to_me())"; there is never a null among them.
create function access.closed_to_me() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select b.record_id
      from access.conflict_block b
     where b.user_id = access.me() and b.record_id is not null and b.lifted_on is null
    union all
    select s.record_id
      from access.sealed_record s
     where s.opened_on is null
       and not exists (
         select 1 from access.sealed_reader r where r.record_id = s.record_id and r.user_id = access.me())
  $$;

-- Records whose seal names me, opened again or not; and those I have just sealed and named nobody for yet.
create function access.sealed_for_me() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select r.record_id from access.sealed_reader r where r.user_id = access.me()
    union all
    select s.record_id
      from access.sealed_record s
     where s.sealed_by = access.me()
       and not exists (select 1 from access.sealed_reader r where r.record_id = s.record_id)
  $$;

-- The workspaces I look after: their owner, and the leads, heads and governance readers of their school.
create function access.kept_by_me() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select w.id
      from access.workspace w
     where w.id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'GOVERNANCE'))
        or w.parent in (select access.my_workspaces_as('SAFEGUARDING_LEAD', 'HEAD', 'GOVERNANCE'))
           and w.id not in (select access.blocked_from_me())
  $$;

-- A block bars giving roles too: whoever is kept away holds nothing there.
create or replace function access.may_grant(p_workspace uuid, p_user uuid, p_role text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    with place as (
      select w.id, w.kind, w.parent from access.workspace w where w.id = p_workspace
    ), held as (
      select m.role
        from access.membership m
       where m.workspace_id = p_workspace and m.user_id = access.me()
         and m.from_date <= (now() at time zone 'Europe/London')::date
         and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
         and m.workspace_id not in (select access.blocked_from_me())
    )
    select access.me() is not null and p_user <> access.me() and exists (
      select 1
        from place
       where kind = 'SCHOOL'
         and (p_role in (select role from held)
           or p_role = 'DEPUTY_LEAD' and 'SAFEGUARDING_LEAD' in (select role from held)
           or p_role in ('ROUND_OWNER', 'FACILITATOR') and exists (
                select 1 from held where role in ('HEAD', 'SAFEGUARDING_LEAD'))
           or p_role = 'FACILITATOR' and 'ROUND_OWNER' in (select role from held)
           or p_role in ('HEAD', 'SAFEGUARDING_LEAD', 'GOVERNANCE')
              and 'ADMINISTRATOR' in (select role from held)
              and not exists (
                select 1 from access.membership m where m.workspace_id = p_workspace and m.role = p_role))
      union all
      select 1
        from place
       where kind = 'ROUND' and 'ROUND_OWNER' in (select role from held)
         and (p_role in ('ROUND_OWNER', 'FACILITATOR') or exists (
           select 1
             from access.membership m
            where m.workspace_id = place.parent and m.user_id = p_user and m.role = p_role
              and m.from_date <= (now() at time zone 'Europe/London')::date
              and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)))
    )
  $$;

revoke all on function access.blocked_from_me, access.closed_to_me, access.sealed_for_me, access.kept_by_me
  from public;
grant execute on function access.closed_to_me to sightline_staff, sightline_system;
grant execute on function access.sealed_for_me, access.kept_by_me to sightline_staff;

alter table access.conflict_block enable row level security;
alter table access.conflict_block force row level security;
alter table access.sealed_record enable row level security;
alter table access.sealed_record force row level security;
alter table access.sealed_reader enable row level security;
alter table access.sealed_reader force row level security;
alter table access.break_glass enable row level security;
alter table access.break_glass force row level security;

-- Whoever is kept away by others does not see that they are: it could tell them what is written of them.
create policy conflict_block_read on access.conflict_block for select to sightline_staff
  using (case when user_id = access.me() then declared_by = access.me()
    else workspace_id in (select access.kept_by_me()) end);
create policy conflict_block_declare on access.conflict_block for insert to sightline_staff
  with check (declared_by = access.me() and lifted_on is null
    and (user_id = access.me() and workspace_id in (select access.my_workspaces())
      or user_id <> access.me() and workspace_id in (select access.kept_by_me())));
create policy conflict_block_lift on access.conflict_block for update to sightline_staff
  using (user_id <> access.me() and workspace_id in (select access.kept_by_me()))
  with check (user_id <> access.me() and lifted_by = access.me());

-- A seal is known to the people it names.
create policy sealed_record_read on access.sealed_record for select to sightline_staff
  using (record_id in (select access.sealed_for_me()));
create policy sealed_record_seal on access.sealed_record for insert to sightline_staff
  with check (sealed_by = access.me() and opened_on is null
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD'))
    and record_id not in (select access.closed_to_me()));
create policy sealed_reader_read on access.sealed_reader for select to sightline_staff
  using (record_id in (select access.sealed_for_me()));
create policy sealed_reader_name on access.sealed_reader for insert to sightline_staff
  with check (named_by = access.me() and record_id in (select access.sealed_for_me()));

create policy break_glass_read on access.break_glass for select to sightline_staff
  using (user_id = access.me() or workspace_id in (select access.kept_by_me()));
-- Nobody who only administers, and nobody into what is open to them anyhow.
create policy break_glass_open on access.break_glass for insert to sightline_staff
  with check (user_id = access.me() and given_back_at is null
    and opened_at between now() - interval '1 minute' and now() + interval '1 minute'
    and exists (select 1 from access.membership m
      where m.user_id = access.me() and m.role <> 'ADMINISTRATOR'
        and m.workspace_id in (select access.my_workspaces_as(m.role))));
create policy break_glass_give_back on access.break_glass for update to sightline_staff
  using (user_id = access.me()) with check (user_id = access.me() and given_back_at is not null);

create policy conflict_block_owner on access.conflict_block to sightline_owner using (true) with check (true);
create policy sealed_record_owner on access.sealed_record to sightline_owner using (true) with check (true);
create policy sealed_reader_owner on access.sealed_reader to sightline_owner using (true) with check (true);
create policy break_glass_owner on access.break_glass to sightline_owner using (true) with check (true);
create policy break_glass_system on access.break_glass for select to sightline_system using (true);

grant select, insert on access.conflict_block, access.sealed_record, access.sealed_reader, access.break_glass
  to sightline_staff;
grant update (lifted_by, lifted_on) on access.conflict_block to sightline_staff;
grant update (given_back_at) on access.break_glass to sightline_staff;
grant select (id, user_id, workspace_id, category, opened_at, until, given_back_at)
  on access.break_glass to sightline_system;
