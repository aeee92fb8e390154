-- An idea that was noted in a discussion, in words of the round's owner: what students could do (A75)
-- or what adults at school could do (A76). It says who decided, never who had the idea.
create table engagement.proposal (
  id            uuid primary key,
  workspace_id  uuid not null,
  note_id       uuid not null,
  kind          text not null,
  zone_key      uuid,
  wording       bytea not null,
  made_by       uuid not null,
  made_on       date not null,
  approved_by   uuid,
  approved_on   date,
  set_aside_by  uuid,
  set_aside_on  date,
  issue_id      uuid,
  constraint proposal_round_fk foreign key (workspace_id) references engagement.round (workspace_id),
  constraint proposal_note_fk foreign key (note_id) references engagement.note (id),
  constraint proposal_kind_ck check (kind in ('STUDENTS', 'STAFF')),
  constraint proposal_approved_ck check ((approved_on is null) = (approved_by is null)),
  constraint proposal_set_aside_ck check ((set_aside_on is null) = (set_aside_by is null))
);
create index proposal_round_ix on engagement.proposal (workspace_id);
create index proposal_note_ix on engagement.proposal (note_id);
comment on column engagement.proposal.wording is 'Sealed: the idea, for the report and the presenter view';
comment on column engagement.proposal.issue_id is 'The issue it became in the intervention plan';

alter table engagement.proposal enable row level security;
alter table engagement.proposal force row level security;

-- Until it is approved it is a draft, for those who may read the notes.
create policy proposal_read on engagement.proposal for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR'))
    or (approved_on is not null and set_aside_on is null
        and workspace_id in (select access.my_workspaces())));
create policy proposal_make on engagement.proposal for insert to sightline_staff
  with check (made_by = access.me() and approved_on is null and set_aside_on is null
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));
create policy proposal_decide on engagement.proposal for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));

grant select, insert on engagement.proposal to sightline_staff;
grant update (approved_by, approved_on, set_aside_by, set_aside_on, issue_id)
  on engagement.proposal to sightline_staff;
