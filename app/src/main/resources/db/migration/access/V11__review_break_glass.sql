-- Who gave a role; empty when the installation was set up. "Why can I see this?" says it.
alter table access.membership add column given_by uuid default access.me();
alter table access.membership
  add constraint membership_given_fk foreign key (given_by) references access.user_account (id);
drop policy membership_grant on access.membership;
create policy membership_grant on access.membership for insert to sightline_staff
  with check (given_by = access.me() and access.may_grant(workspace_id, user_id, role));

-- Whoever looks after a workspace sees who its members are, also as no member of it.
drop policy membership_read on access.membership;
create policy membership_read on access.membership for select to sightline_staff
  using (user_id = access.me() or workspace_id in (select access.my_workspaces())
    or workspace_id in (select access.kept_by_me()));

-- Only practitioners break glass: whoever only administers, or only reads for governance, does not.
drop policy break_glass_open on access.break_glass;
create policy break_glass_open on access.break_glass for insert to sightline_staff
  with check (user_id = access.me() and given_back_at is null
    and opened_at between now() - interval '1 minute' and now() + interval '1 minute'
    and exists (select 1 from access.membership m
      where m.user_id = access.me() and m.role not in ('ADMINISTRATOR', 'GOVERNANCE')
        and m.workspace_id in (select access.my_workspaces_as(m.role))));

alter table access.break_glass
  add column due_on       date not null default current_date,
  add column told_at      timestamptz,
  add column escalated_at timestamptz;
alter table access.break_glass alter column due_on drop default;
comment on column access.break_glass.due_on is 'The last day for its review: five working days later';
comment on column access.break_glass.told_at is 'When a mail went to the owner that something waits';
create policy break_glass_tell on access.break_glass for update to sightline_system
  using (true) with check (true);
grant select (due_on, told_at, escalated_at), update (told_at, escalated_at)
  on access.break_glass to sightline_system;

-- What came of it, said by somebody else who looks after the workspace.
create table access.break_glass_review (
  glass_id    uuid primary key,
  outcome     text not null,
  note        bytea,
  reviewed_by uuid not null,
  reviewed_on date not null,
  constraint break_glass_review_glass_fk foreign key (glass_id) references access.break_glass (id),
  constraint break_glass_review_by_fk foreign key (reviewed_by) references access.user_account (id),
  constraint break_glass_review_outcome_ck check (outcome in ('JUSTIFIED', 'NOT_NEEDED', 'MISUSE'))
);
comment on column access.break_glass_review.note is 'Sealed: what the reviewer wrote';
alter table access.break_glass_review enable row level security;
alter table access.break_glass_review force row level security;
create policy break_glass_review_read on access.break_glass_review for select to sightline_staff
  using (glass_id in (select g.id from access.break_glass g));
create policy break_glass_review_write on access.break_glass_review for insert to sightline_staff
  with check (reviewed_by = access.me() and glass_id in (
    select g.id from access.break_glass g
     where g.user_id <> access.me() and g.workspace_id in (select access.kept_by_me())));
create policy break_glass_review_owner on access.break_glass_review to sightline_owner
  using (true) with check (true);
create policy break_glass_review_system on access.break_glass_review for select to sightline_system using (true);
grant select, insert on access.break_glass_review to sightline_staff;
grant select (glass_id) on access.break_glass_review to sightline_system;
