-- To whom a worry or a request goes in each organisation: posts by name, in which turn, and how they are reached
-- (H03). Nothing of any young person.
create table sharing.pathway_step (
  id              uuid primary key,
  organisation_id uuid not null,
  about           text not null,
  turn            text not null,
  post            bytea not null,
  holder          bytea,
  reach           bytea not null,
  hours           bytea,
  by_user         uuid not null,
  at              timestamptz not null,
  ended_by        uuid,
  ended_at        timestamptz,
  constraint pathway_step_organisation_fk foreign key (organisation_id) references sharing.organisation (id),
  constraint pathway_step_about_ck check (about in ('WORRY', 'REQUEST', 'BOTH')),
  constraint pathway_step_turn_ck check (turn in ('FIRST', 'NEXT', 'OUT_OF_HOURS')),
  constraint pathway_step_end_ck check ((ended_by is null) = (ended_at is null))
);
comment on column sharing.pathway_step.post is 'Sealed: the post, as in "designated safeguarding lead"';
comment on column sharing.pathway_step.holder is 'Sealed: who holds the post';
comment on column sharing.pathway_step.reach is 'Sealed: how they are reached';
comment on column sharing.pathway_step.hours is 'Sealed: when they are reached';
create index pathway_step_organisation_ix on sharing.pathway_step (organisation_id);

alter table sharing.pathway_step enable row level security;
alter table sharing.pathway_step force row level security;
create policy pathway_step_read on sharing.pathway_step for select to sightline_staff
  using (access.me() is not null);
create policy pathway_step_add on sharing.pathway_step for insert to sightline_staff
  with check (by_user = access.me() and ended_by is null
    and exists (select 1 from access.my_workspaces_as('GOVERNANCE')));
create policy pathway_step_end on sharing.pathway_step for update to sightline_staff
  using (exists (select 1 from access.my_workspaces_as('GOVERNANCE')))
  with check (ended_by is null or ended_by = access.me());
grant select, insert on sharing.pathway_step to sightline_staff;
grant update (ended_by, ended_at) on sharing.pathway_step to sightline_staff;
