-- Two of the people a seal names take it off: one asks, another agrees within seven days (AC-12).
create table access.seal_opening (
  record_id uuid primary key,
  asked_by  uuid not null,
  asked_at  timestamptz not null,
  constraint seal_opening_record_fk foreign key (record_id)
    references access.sealed_record (record_id) on delete cascade,
  constraint seal_opening_by_fk foreign key (asked_by) references access.user_account (id)
);
alter table access.sealed_reader
  drop constraint sealed_reader_record_fk,
  add constraint sealed_reader_record_fk foreign key (record_id)
    references access.sealed_record (record_id) on delete cascade;
comment on column access.sealed_record.opened_on is 'Not used: a seal that is taken off is gone, and the audit has it';

alter table access.seal_opening enable row level security;
alter table access.seal_opening force row level security;
create policy seal_opening_read on access.seal_opening for select to sightline_staff
  using (record_id in (select access.sealed_for_me()));
create policy seal_opening_ask on access.seal_opening for insert to sightline_staff
  with check (asked_by = access.me() and record_id in (select access.sealed_for_me()));
create policy seal_opening_forget on access.seal_opening for delete to sightline_staff
  using (record_id in (select access.sealed_for_me()) and asked_at < now() - interval '7 days');
create policy seal_opening_owner on access.seal_opening to sightline_owner using (true) with check (true);
create policy sealed_record_open on access.sealed_record for delete to sightline_staff
  using (record_id in (select access.sealed_for_me()) and exists (
    select 1 from access.seal_opening o
     where o.record_id = sealed_record.record_id and o.asked_by <> access.me()
       and o.asked_at >= now() - interval '7 days'));
grant select, insert, delete on access.seal_opening to sightline_staff;
grant delete on access.sealed_record to sightline_staff;

-- Whoever is asked to a meeting sees its pack and nothing else, from one moment to another (AC-19).
-- Policies of what a pack holds say "or pack_id in (select access.my_packs())".
create table access.guest_pass (
  id           uuid primary key,
  user_id      uuid not null,
  workspace_id uuid not null,
  pack_id      uuid not null,
  given_by     uuid not null,
  from_at      timestamptz not null,
  until        timestamptz not null,
  ended_at     timestamptz,
  constraint guest_pass_user_fk foreign key (user_id) references access.user_account (id),
  constraint guest_pass_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint guest_pass_by_fk foreign key (given_by) references access.user_account (id),
  constraint guest_pass_another_ck check (given_by <> user_id),
  constraint guest_pass_length_ck check (until > from_at and until <= from_at + interval '90 days')
);
create index guest_pass_user_ix on access.guest_pass (user_id, until);

create function access.my_packs() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select p.pack_id
      from access.guest_pass p
     where p.user_id = access.me() and p.ended_at is null and p.from_at <= now() and p.until > now()
       and p.workspace_id not in (select access.blocked_from_me())
       and p.pack_id not in (select access.closed_to_me())
  $$;
revoke all on function access.my_packs from public;
grant execute on function access.my_packs to sightline_staff;

alter table access.guest_pass enable row level security;
alter table access.guest_pass force row level security;
create policy guest_pass_read on access.guest_pass for select to sightline_staff
  using (user_id = access.me() or workspace_id in (select access.my_workspaces()));
create policy guest_pass_give on access.guest_pass for insert to sightline_staff
  with check (given_by = access.me() and ended_at is null
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD'))
    and pack_id not in (select access.closed_to_me()));
create policy guest_pass_end on access.guest_pass for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')))
  with check (ended_at is not null);
create policy guest_pass_owner on access.guest_pass to sightline_owner using (true) with check (true);
grant select, insert on access.guest_pass to sightline_staff;
grant update (ended_at) on access.guest_pass to sightline_staff;
