-- Something that is shared, was not shared, or was passed on because somebody is at risk. The stamp (what
-- kind, to whom, when, by which route) and the words lie apart: a governance officer reads the stamp only.
create table sharing.share (
  id           uuid primary key,
  workspace_id uuid not null,
  school_id    uuid not null,
  kind         text not null,
  about_staff  boolean not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint share_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint share_school_fk foreign key (school_id) references access.workspace (id),
  constraint share_place_uq unique (id, workspace_id),
  constraint share_kind_ck check (kind in ('SHARE', 'RISK_OF_HARM', 'NOT_SHARED'))
);
comment on column sharing.share.about_staff is 'About an adult who works here: the words are for their author only';
create index share_workspace_ix on sharing.share (workspace_id);
create index share_school_ix on sharing.share (school_id);

create table sharing.share_version (
  id                uuid primary key,
  share_id          uuid not null,
  workspace_id      uuid not null,
  version           int not null,
  held_for          text,
  purpose           text,
  marking           text,
  about_kind        text,
  categories        text[] not null,
  route             text,
  protected_address boolean not null,
  unsafe_to_inform  boolean not null,
  by_user           uuid not null,
  at                timestamptz not null,
  constraint share_version_share_fk foreign key (share_id, workspace_id) references sharing.share (id, workspace_id),
  constraint share_version_once_uq unique (share_id, version),
  constraint share_version_place_uq unique (id, share_id, workspace_id),
  constraint share_version_purpose_ck check (purpose in ('EARLY_IDENTIFICATION', 'ASSESSMENT_ON_REQUEST', 'DISRUPTION',
    'CASE_MANAGEMENT', 'PROFILING', 'SAFER_PLACES', 'AUDIT')),
  constraint share_version_held_for_ck check (held_for in ('EARLY_IDENTIFICATION', 'ASSESSMENT_ON_REQUEST', 'DISRUPTION',
    'CASE_MANAGEMENT', 'PROFILING', 'SAFER_PLACES', 'AUDIT')),
  constraint share_version_marking_ck check (marking in ('CASE_MANAGEMENT', 'PROFILING')),
  constraint share_version_about_ck check (about_kind in ('PERSON', 'GROUP', 'PLACE')),
  constraint share_version_route_ck check (route in ('SECURE_MAIL', 'PORTAL', 'CASE_SYSTEM', 'IN_PERSON', 'MEETING',
    'TELEPHONE', 'TRACKED_POST')),
  constraint share_version_categories_ck check (categories <@ array['PLACES', 'MEASURES', 'IDENTITY', 'CONTACT',
    'EDUCATION', 'SOCIAL_CARE', 'HEALTH', 'OFFENDING', 'PEERS', 'INTELLIGENCE'])
);

create table sharing.share_words (
  version_id    uuid primary key,
  share_id      uuid not null,
  workspace_id  uuid not null,
  what          bytea,
  about         bytea,
  owner         bytea,
  area          bytea,
  change_reason bytea,
  by_user       uuid not null,
  constraint share_words_version_fk foreign key (version_id, share_id, workspace_id)
    references sharing.share_version (id, share_id, workspace_id)
);
comment on column sharing.share_words.what is 'Sealed: what is shared, in words';
comment on column sharing.share_words.about is 'Sealed: whom or what it is about';
comment on column sharing.share_words.owner is 'Sealed: who answers for what is shared';
comment on column sharing.share_words.area is 'Sealed: the area it is about';
comment on column sharing.share_words.change_reason is 'Sealed: why it now serves another purpose';

create table sharing.share_item (
  id                uuid primary key,
  version_id        uuid not null,
  share_id          uuid not null,
  workspace_id      uuid not null,
  record_id         uuid not null,
  kind              text not null,
  title             bytea not null,
  constraint share_item_version_fk foreign key (version_id, share_id, workspace_id)
    references sharing.share_version (id, share_id, workspace_id)
);
comment on column sharing.share_item.kind is 'What the feature that owns the record calls its kind, as in engagement.report';
comment on column sharing.share_item.title is 'Sealed: what the record was called then';
create index share_item_version_ix on sharing.share_item (version_id);
create index share_item_record_ix on sharing.share_item (record_id);

create table sharing.share_recipient (
  id              uuid primary key,
  version_id      uuid not null,
  share_id        uuid not null,
  workspace_id    uuid not null,
  organisation_id uuid,
  person          bytea,
  constraint share_recipient_version_fk foreign key (version_id, share_id, workspace_id)
    references sharing.share_version (id, share_id, workspace_id),
  constraint share_recipient_organisation_fk foreign key (organisation_id) references sharing.organisation (id)
);
comment on column sharing.share_recipient.organisation_id is 'None: the family, or somebody described in words';
comment on column sharing.share_recipient.person is 'Sealed: the person or team who receives it';
create index share_recipient_version_ix on sharing.share_recipient (version_id);

create table sharing.share_step (
  id                uuid primary key,
  share_id          uuid not null,
  workspace_id      uuid not null,
  number            int not null,
  version           int not null,
  kind              text not null,
  way               text,
  agreement_id      uuid,
  agreement_version int,
  basis             text,
  withheld          text,
  reason            bytea,
  final_at          timestamptz,
  by_user           uuid not null,
  at                timestamptz not null,
  constraint share_step_share_fk foreign key (share_id, workspace_id) references sharing.share (id, workspace_id),
  constraint share_step_once_uq unique (share_id, number),
  constraint share_step_version_fk foreign key (share_id, version) references sharing.share_version (share_id, version),
  constraint share_step_agreement_fk foreign key (agreement_id, agreement_version)
    references sharing.agreement_version (agreement_id, version),
  constraint share_step_withheld_ck check (withheld in ('MORE_HARM', 'NOT_RELEVANT', 'NOT_ENTITLED', 'NOT_OURS', 'OTHER')),
  constraint share_step_basis_ck check (basis in ('DUTY_TO_SHARE', 'COOPERATION', 'CRIME_AND_DISORDER',
    'COURT_OR_STATUTE', 'PUBLIC_TASK')),
  constraint share_step_kind_ck check (
    case kind
      when 'SENT' then final_at is not null and case way
        when 'AGREEMENT' then agreement_id is not null and agreement_version is not null
        when 'DECISION' then basis is not null and reason is not null
        when 'RISK_OF_HARM' then true
        else false
      end
      when 'UNDONE' then true
      when 'NOT_SHARED' then withheld is not null and reason is not null
      when 'ARRIVED' then true
      when 'NOT_ARRIVED' then true
      else false
    end)
);
comment on column sharing.share_step.reason is 'Sealed: why it was decided so, or what came back';

alter table sharing.share enable row level security;
alter table sharing.share force row level security;
alter table sharing.share_version enable row level security;
alter table sharing.share_version force row level security;
alter table sharing.share_words enable row level security;
alter table sharing.share_words force row level security;
alter table sharing.share_item enable row level security;
alter table sharing.share_item force row level security;
alter table sharing.share_recipient enable row level security;
alter table sharing.share_recipient force row level security;
alter table sharing.share_step enable row level security;
alter table sharing.share_step force row level security;

-- A share is seen by its author and those who share in its workspace; what was passed on about a risk of
-- harm by its author and the safeguarding lead and deputy of the school. Governance sees that it took place.
create policy share_read on sharing.share for select to sightline_staff
  using (by_user = access.me()
    or kind <> 'RISK_OF_HARM' and workspace_id in (
      select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD'))
    or kind = 'RISK_OF_HARM' and not about_staff and school_id in (
      select access.my_workspaces_as('SAFEGUARDING_LEAD', 'DEPUTY_LEAD'))
    or school_id in (select access.my_workspaces_as('GOVERNANCE')));
create policy share_add on sharing.share for insert to sightline_staff
  with check (by_user = access.me() and case kind
    when 'SHARE' then workspace_id in (
      select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD'))
    else workspace_id in (select access.my_workspaces()) end);

create policy share_version_read on sharing.share_version for select to sightline_staff
  using (share_id in (select id from sharing.share));
create policy share_item_read on sharing.share_item for select to sightline_staff
  using (share_id in (select id from sharing.share));
create policy share_recipient_read on sharing.share_recipient for select to sightline_staff
  using (share_id in (select id from sharing.share));
create policy share_step_read on sharing.share_step for select to sightline_staff
  using (share_id in (select id from sharing.share));
-- The words: whoever may see the share, but for governance.
create policy share_words_read on sharing.share_words for select to sightline_staff
  using (by_user = access.me() or exists (
    select 1
      from sharing.share s
     where s.id = share_words.share_id
       and (s.by_user = access.me() or case s.kind
         when 'RISK_OF_HARM' then not s.about_staff and s.school_id in (
           select access.my_workspaces_as('SAFEGUARDING_LEAD', 'DEPUTY_LEAD'))
         else s.workspace_id in (
           select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')) end)));

-- Only its author and those who share in its workspace add to a share.
create policy share_version_add on sharing.share_version for insert to sightline_staff
  with check (by_user = access.me() and share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_version.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')))));
create policy share_words_add on sharing.share_words for insert to sightline_staff
  with check (by_user = access.me() and share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_words.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')))));
create policy share_item_add on sharing.share_item for insert to sightline_staff
  with check (share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_item.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')))));
create policy share_recipient_add on sharing.share_recipient for insert to sightline_staff
  with check (share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_recipient.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')))));
create policy share_step_add on sharing.share_step for insert to sightline_staff
  with check (by_user = access.me() and share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_step.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')))));

grant select, insert on sharing.share, sharing.share_version, sharing.share_words, sharing.share_item,
  sharing.share_recipient, sharing.share_step to sightline_staff;
