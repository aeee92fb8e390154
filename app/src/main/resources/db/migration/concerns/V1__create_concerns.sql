create schema concerns;

grant usage on schema concerns to sightline_staff, sightline_system;

create table concerns.concern (
  id            uuid primary key,
  workspace_id  uuid not null,
  round_id      uuid,
  session_id    uuid,
  raised_by     uuid not null,
  raised_at     timestamptz not null,
  received_at   timestamptz not null,
  way           text not null,
  stage         text not null,
  danger        boolean not null,
  first_readers text[] not null,
  next_readers  text[] not null,
  barred        text[] not null,
  barred_users  uuid[] not null default '{}',
  about_adult   boolean not null,
  answers       bytea not null,
  passed_on     timestamptz,
  constraint concern_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint concern_way_ck check (way in ('FORM', 'NOTE', 'KEYING')),
  constraint concern_stage_ck check (stage in ('SETTING_UP', 'IN_SESSION', 'LEAVING', 'COUNTING',
    'FEEDBACK', 'HELP_SLIP')),
  constraint concern_readers_ck check (first_readers || next_readers || barred
    <@ array['SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD']),
  constraint concern_barred_ck check (not (first_readers || next_readers) && barred),
  constraint concern_raised_ck check (raised_at <= received_at)
);
comment on table concerns.concern is 'A worry about somebody''s safety. Never changed, never deleted (ST-13); no link to a map';
comment on column concerns.concern.answers is 'Sealed: what was seen, heard or read. Special category data';
comment on column concerns.concern.first_readers is 'Roles that read it from the start';
comment on column concerns.concern.next_readers is 'Roles that read it once it is overdue';
comment on column concerns.concern.barred is 'Roles it is about: who holds one never reads it, whatever else they hold';
comment on column concerns.concern.barred_users is 'Who held such a role that day: they never read it, whatever they become';
create index concern_workspace_ix on concerns.concern (workspace_id);
create index concern_round_ix on concerns.concern (round_id);

-- What happened to a concern, appended and never changed.
create table concerns.step (
  id         uuid primary key,
  concern_id uuid not null,
  number     int not null,
  cycle      int not null,
  kind       text not null,
  at         timestamptz not null,
  by_user    uuid,
  outcome    text,
  words      bytea,
  told       bytea,
  constraint step_concern_fk foreign key (concern_id) references concerns.concern (id),
  constraint step_number_uq unique (concern_id, number),
  constraint step_kind_ck check (kind in ('SEEN', 'NOTED', 'DECIDED', 'CLOSED', 'REOPENED',
    'PASSED_ON', 'PASSED_TO_COUNCIL')),
  constraint step_outcome_ck check ((kind in ('DECIDED', 'CLOSED')) = (outcome is not null)),
  constraint step_reason_ck check (words is not null
    or kind in ('SEEN', 'PASSED_ON', 'PASSED_TO_COUNCIL')),
  constraint step_by_ck check ((by_user is null) = (kind in ('PASSED_ON', 'PASSED_TO_COUNCIL')))
);
comment on column concerns.step.words is 'Sealed: reason or note of a safeguarding lead';
comment on column concerns.step.told is 'Sealed: whether the young person was told, and if not why';
-- Passed on once in a cycle, whoever's clock jumps and however many copies run.
create unique index step_passed_once_uq on concerns.step (concern_id, cycle, kind)
  where kind in ('PASSED_ON', 'PASSED_TO_COUNCIL');
create unique index step_seen_once_uq on concerns.step (concern_id) where kind = 'SEEN';

-- All that the raiser ever sees again.
create table concerns.receipt (
  id          uuid primary key,
  raised_by   uuid not null,
  raised_on   date not null,
  readers     text[] not null,
  danger      boolean not null,
  about_adult boolean not null,
  constraint receipt_concern_fk foreign key (id) references concerns.concern (id)
);
create index receipt_raised_by_ix on concerns.receipt (raised_by);

-- That something waits, for whom, since when: never what or about whom.
create table concerns.notice (
  id           uuid primary key,
  workspace_id uuid not null,
  to_role      text not null,
  kind         text not null,
  on_date      date not null,
  constraint notice_to_ck check (to_role in ('SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'COUNCIL')),
  constraint notice_kind_ck check (kind in ('RAISED', 'OVERDUE'))
);

create function concerns.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog
  as $$ begin raise exception 'a concern and what happened to it are never changed or deleted'; end $$;

create function concerns.allow_passing_on() returns trigger
  language plpgsql
  set search_path = pg_catalog
  as $$
  begin
    if old.passed_on is not null
        or (to_jsonb(old) - 'passed_on') is distinct from (to_jsonb(new) - 'passed_on') then
      raise exception 'a concern is never changed';
    end if;
    return new;
  end $$;

-- A lead who is head next year still reads nothing about the lead of today. SECURITY DEFINER because the
-- raiser may be a member of a round and not of the school; pinned in CatalogueTest (DB-05).
create function concerns.name_barred() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  declare
    today date := (now() at time zone 'Europe/London')::date;
  begin
    new.barred_users := array(select m.user_id from access.membership m
      where m.workspace_id = new.workspace_id and m.role = any (new.barred)
        and m.from_date <= today and (m.until_date is null or m.until_date >= today));
    return new;
  end $$;

create trigger concern_names_barred before insert on concerns.concern
  for each row execute function concerns.name_barred();
create trigger concern_stays before delete or truncate on concerns.concern
  for each statement execute function concerns.refuse_change();
create trigger concern_is_final before update on concerns.concern
  for each row execute function concerns.allow_passing_on();
create trigger step_is_final before update or delete or truncate on concerns.step
  for each statement execute function concerns.refuse_change();
create trigger receipt_is_final before update or delete or truncate on concerns.receipt
  for each statement execute function concerns.refuse_change();

alter table concerns.concern enable row level security;
alter table concerns.concern force row level security;
alter table concerns.step enable row level security;
alter table concerns.step force row level security;
alter table concerns.receipt enable row level security;
alter table concerns.receipt force row level security;
alter table concerns.notice enable row level security;
alter table concerns.notice force row level security;

create policy concern_read on concerns.concern for select to sightline_staff
  using ((workspace_id in (select access.my_workspaces_as(variadic first_readers))
      or (passed_on is not null
        and workspace_id in (select access.my_workspaces_as(variadic next_readers))))
    and workspace_id not in (select access.my_workspaces_as(variadic barred))
    and access.me() <> all (barred_users));
-- Whoever may enter the school or one of its rounds may raise a concern, and then never reads it.
create policy concern_raise on concerns.concern for insert to sightline_staff
  with check (raised_by = access.me() and passed_on is null
    and (round_id is null or exists (select 1 from access.workspace w
        where w.id = round_id and w.parent = concern.workspace_id))
    and (round_id is not null or workspace_id in (select access.my_workspaces())));
create policy concern_system_read on concerns.concern for select to sightline_system using (true);
create policy concern_system_pass on concerns.concern for update to sightline_system
  using (passed_on is null) with check (passed_on is not null);

create policy step_read on concerns.step for select to sightline_staff
  using (concern_id in (select c.id from concerns.concern c));
create policy step_take on concerns.step for insert to sightline_staff
  with check (by_user = access.me() and concern_id in (select c.id from concerns.concern c));
create policy step_system_read on concerns.step for select to sightline_system using (true);
create policy step_system_take on concerns.step for insert to sightline_system
  with check (by_user is null);

create policy receipt_read on concerns.receipt for select to sightline_staff
  using (raised_by = access.me());
create policy receipt_give on concerns.receipt for insert to sightline_staff
  with check (raised_by = access.me());

create policy notice_raised on concerns.notice for insert to sightline_staff
  with check (kind = 'RAISED' and exists (select 1 from concerns.receipt r
    where r.raised_by = access.me() and r.raised_on = on_date));
create policy notice_system_read on concerns.notice for select to sightline_system using (true);
create policy notice_system on concerns.notice for insert to sightline_system with check (true);

grant select on concerns.concern, concerns.step, concerns.receipt to sightline_staff;
grant insert (id, workspace_id, round_id, session_id, raised_by, raised_at, received_at, way, stage,
  danger, first_readers, next_readers, barred, about_adult, answers) on concerns.concern to sightline_staff;
grant insert on concerns.step, concerns.receipt, concerns.notice to sightline_staff;
-- The clock's own role moves concerns on without being able to read one.
grant select (id, workspace_id, round_id, raised_at, first_readers, next_readers, passed_on)
  on concerns.concern to sightline_system;
grant update (passed_on) on concerns.concern to sightline_system;
grant select (id, concern_id, number, cycle, kind, at, by_user) on concerns.step to sightline_system;
grant insert (id, concern_id, number, cycle, kind, at) on concerns.step to sightline_system;
grant select, insert on concerns.notice to sightline_system;
