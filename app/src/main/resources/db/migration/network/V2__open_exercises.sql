-- The order in which things were said; two things of one transaction have one moment.
create sequence network.said_number;
grant usage on sequence network.said_number to sightline_staff;

-- A mapping exercise is a piece of work with an objective, a source and dates to keep.
create table network.exercise (
  workspace_id  uuid primary key,
  is_practice   boolean not null,
  framework     text not null,
  unit          text not null,
  identified_on date not null,
  source        text not null,
  agreement     text not null,
  by_user       uuid not null,
  at            timestamptz not null,
  constraint exercise_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint exercise_by_fk foreign key (by_user) references access.user_account (id),
  constraint exercise_words_ck check (framework ~ '^[a-z-]{1,40}$' and unit ~ '^[a-z-]{1,40}$' and source ~ '^[a-z-]{1,40}$'),
  constraint exercise_agreement_ck check (agreement in ('IN_FORCE', 'DRAFT', 'NONE'))
);

-- What it says of itself, in versions: objective, where it came from, themes, who chairs.
create table network.exercise_text (
  id           uuid primary key,
  workspace_id uuid not null,
  version      int not null,
  content      bytea not null,
  because      bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint exercise_text_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint exercise_text_by_fk foreign key (by_user) references access.user_account (id),
  constraint exercise_text_version_uq unique (workspace_id, version),
  constraint exercise_text_version_ck check (version >= 1),
  constraint exercise_text_because_ck check ((because is null) = (version = 1))
);
comment on column network.exercise_text.content is 'Sealed: objective, source, themes, vulnerabilities. Special category data';
comment on column network.exercise_text.because is 'Sealed: why it was changed';

-- Something that brings the review forward (B65). Taken back, it moves nothing any more.
create table network.review_event (
  id            uuid primary key,
  workspace_id  uuid not null,
  kind          text not null,
  day           date not null,
  words         bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint review_event_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint review_event_by_fk foreign key (by_user) references access.user_account (id),
  constraint review_event_kind_ck check (kind in ('INCIDENT', 'INFORMATION', 'INTERVENTION_ENDED')),
  constraint review_event_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.review_event.words is 'Sealed: what happened. Special category data';

-- Closing, and opening again. The last holds.
create table network.exercise_end (
  id           uuid primary key,
  workspace_id uuid not null,
  number       bigint not null default nextval('network.said_number'),
  is_closed    boolean not null,
  agreed_on    date,
  content      bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint exercise_end_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint exercise_end_by_fk foreign key (by_user) references access.user_account (id),
  constraint exercise_end_ck check (is_closed = (agreed_on is not null) and is_closed = (content is not null))
);
comment on column network.exercise_end.content is 'Sealed: why it was closed and who agreed that risk has reduced';

do $$
  declare
    t text;
  begin
    foreach t in array array['exercise', 'exercise_text', 'review_event', 'exercise_end'] loop
      execute format('alter table network.%I enable row level security', t);
      execute format('alter table network.%I force row level security', t);
      execute format('create policy %s_read on network.%I for select to sightline_staff '
        'using (workspace_id in (select access.my_workspaces()))', t, t);
      execute format('grant select, insert on network.%I to sightline_staff', t);
    end loop;
  end $$;

create policy exercise_open on network.exercise for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (select access.my_workspaces_as('CHAIR'))
    and exists (select 1 from access.workspace w where w.id = workspace_id and w.kind = 'CASEWORK'));
create policy exercise_text_write on network.exercise_text for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (select access.my_workspaces_as('CHAIR')));
create policy review_event_add on network.review_event for insert to sightline_staff
  with check (by_user = access.me() and taken_back_by is null
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy review_event_take_back on network.review_event for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')))
  with check (taken_back_by = access.me());
create policy exercise_end_add on network.exercise_end for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (select access.my_workspaces_as('CHAIR')));
grant update (taken_back_by, taken_back_at) on network.review_event to sightline_staff;
