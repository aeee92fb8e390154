-- A photo of a map that was drawn on paper, of the exercise or of one young person (B90), with the day it was
-- drawn (B92). Each lies under a key of its own, so that it can be thrown away.
create table network.photo (
  id           uuid primary key,
  workspace_id uuid not null,
  number       bigint not null default nextval('network.said_number'),
  subject_id   uuid,
  day          date not null,
  content      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint photo_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint photo_subject_fk foreign key (workspace_id, subject_id) references network.subject (workspace_id, id),
  constraint photo_by_fk foreign key (by_user) references access.user_account (id)
);
comment on column network.photo.content is 'Sealed: a picture of a drawn map. Special category data';

-- Whether somebody in an exercise is closed to whoever asks. A photo cannot be shown without them.
create policy subject_hides on network.subject for select to sightline_owner using (true);
create function network.hides_somebody(work uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select exists (
      select 1 from network.subject s
       where s.workspace_id = work and s.person_id in (select access.closed_to_me()))
  $$;
revoke all on function network.hides_somebody(uuid) from public;
grant execute on function network.hides_somebody(uuid) to sightline_staff;

alter table network.photo enable row level security;
alter table network.photo force row level security;
create policy photo_read on network.photo for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy photo_not_closed on network.photo as restrictive for select to sightline_staff
  using (not network.hides_somebody(workspace_id)
    and (subject_id is null or subject_id in (select s.id from network.subject s)));
create policy photo_add on network.photo for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy photo_throw_away on network.photo for delete to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
grant select, insert, delete on network.photo to sightline_staff;
