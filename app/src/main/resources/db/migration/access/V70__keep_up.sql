-- Years of use (AC-17): accounts nobody signs in with are suspended, and the roles of a place are looked
-- through once a quarter.
alter table access.user_account
  add column signed_in_on   date,
  add column counted_from   date not null default (now() at time zone 'Europe/London')::date,
  add column warned_on      date,
  add column suspended_on   date;
comment on column access.user_account.counted_from is 'Dormancy counts from here: last signed in, or added, or switched on again';
comment on column access.user_account.warned_on is 'When they were told that they will be suspended; empty again once they sign in';
comment on column access.user_account.suspended_on is 'Switched off by the clock, not by a person';
grant select (suspended_on) on access.user_account to sightline_staff;

-- One look through the roles of a school, a team or a piece of work.
create table access.role_review (
  id           uuid primary key,
  workspace_id uuid not null,
  kind         text not null,
  parent_id    uuid,
  begun_on     date not null,
  due_on       date not null,
  tell_on      date not null,
  done_on      date,
  done_by      uuid,
  reminded_on  date,
  told_on      date,
  constraint role_review_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint role_review_parent_fk foreign key (parent_id) references access.workspace (id),
  constraint role_review_done_fk foreign key (done_by) references access.user_account (id),
  constraint role_review_once_uq unique (workspace_id, begun_on),
  constraint role_review_kind_ck check (kind in ('SCHOOL', 'TEAM', 'CASEWORK')),
  constraint role_review_days_ck check (begun_on <= due_on and due_on <= tell_on),
  constraint role_review_done_ck check (done_by is null or done_on is not null)
);
comment on column access.role_review.kind is 'Kind and parent of the workspace, for the policy: not all who look after a place are members of it';
comment on column access.role_review.done_by is 'Empty when the last role that was left ended elsewhere';

-- What was said of each role: kept, or ended, with where it ended along with it.
create table access.role_reviewed (
  review_id     uuid not null,
  membership_id uuid not null,
  outcome       text not null,
  until_before  date,
  followed      uuid,
  by_user       uuid not null,
  at            timestamptz not null,
  constraint role_reviewed_pk primary key (review_id, membership_id),
  constraint role_reviewed_review_fk foreign key (review_id) references access.role_review (id),
  constraint role_reviewed_membership_fk foreign key (membership_id) references access.membership (id),
  constraint role_reviewed_followed_fk foreign key (followed) references access.membership (id),
  constraint role_reviewed_by_fk foreign key (by_user) references access.user_account (id),
  constraint role_reviewed_outcome_ck check (outcome in ('KEPT', 'ENDED'))
);
comment on column access.role_reviewed.until_before is 'The last day it had before it was ended: what undoing puts back';
comment on column access.role_reviewed.followed is 'The role at the school or team with which this one, inside it, ended';

-- Nobody looks through their own roles.
create function access.refuse_own_review() returns trigger
  language plpgsql
  set search_path = pg_catalog
  as $$
  begin
    if exists (select 1 from access.membership m where m.id = new.membership_id and m.user_id = new.by_user) then
      raise exception 'nobody looks through their own roles' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger role_reviewed_another before insert or update on access.role_reviewed
  for each row execute function access.refuse_own_review();

alter table access.role_review enable row level security;
alter table access.role_review force row level security;
alter table access.role_reviewed enable row level security;
alter table access.role_reviewed force row level security;

-- Leads, heads and governance readers look through a school and what lies inside it; chairs their team and
-- their pieces of work. The application's own role writes, after it has asked this policy.
create policy role_review_read on access.role_review for select to sightline_staff
  using (workspace_id in (select access.kept_by_me()) and (
    workspace_id in (select access.my_workspaces_as('SAFEGUARDING_LEAD', 'HEAD', 'GOVERNANCE'))
    or parent_id in (select access.my_workspaces_as('SAFEGUARDING_LEAD', 'HEAD', 'GOVERNANCE'))
    or kind <> 'SCHOOL' and workspace_id in (select access.my_workspaces_as('CHAIR'))));
create policy role_reviewed_read on access.role_reviewed for select to sightline_staff
  using (review_id in (select r.id from access.role_review r));
create policy role_review_system on access.role_review to sightline_system using (true) with check (true);
create policy role_reviewed_system on access.role_reviewed to sightline_system using (true) with check (true);
grant select on access.role_review, access.role_reviewed to sightline_staff;
grant select, insert on access.role_review to sightline_system;
grant update (done_on, done_by, reminded_on, told_on) on access.role_review to sightline_system;
grant select, insert, delete on access.role_reviewed to sightline_system;

-- Who has left: no role, and no pass either.
create policy guest_pass_system on access.guest_pass for select to sightline_system using (true);
grant select (id, user_id, until, ended_at) on access.guest_pass to sightline_system;
