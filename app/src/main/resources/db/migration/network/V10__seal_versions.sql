-- The version of the map that a meeting left: the number of the last entry it holds. The log is only ever added to,
-- so nothing is copied, and what is erased is erased from every version. Read by those who work on it, and nobody
-- else (AC-08).
create table network.sealed_version (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('network.said_number'),
  session_id    uuid not null,
  entry         bigint not null,
  day           date not null,
  by_user       uuid not null,
  at            timestamptz not null,
  because       bytea,
  taken_back_at timestamptz,
  constraint sealed_version_session_fk foreign key (workspace_id, session_id)
    references network.session (workspace_id, id),
  constraint sealed_version_entry_fk foreign key (workspace_id, entry)
    references network.edit (workspace_id, number),
  constraint sealed_version_by_fk foreign key (by_user) references access.user_account (id),
  constraint sealed_version_back_ck check ((because is null) = (taken_back_at is null))
);
comment on column network.sealed_version.because is 'Sealed: why it was taken back';
create unique index sealed_version_session_uq on network.sealed_version (workspace_id, session_id) where taken_back_at is null;

-- What was said of one thing on the map at a review (B17, B19, B69, B70). The last holds. The words are sealed under
-- the element's own key, like what the map says of it.
create table network.review_answer (
  id           uuid primary key,
  workspace_id uuid not null,
  session_id   uuid not null,
  number       bigint not null default nextval('network.said_number'),
  element_id   uuid not null,
  said         text not null,
  content      bytea,
  entry        bigint not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint review_answer_session_fk foreign key (workspace_id, session_id)
    references network.session (workspace_id, id),
  constraint review_answer_by_fk foreign key (by_user) references access.user_account (id),
  constraint review_answer_said_ck check (said in ('HOLDS', 'NO_LONGER', 'NOT_KNOWN', 'STILL_PART', 'NO_LONGER_PART',
    'REASSESSED', 'STILL_OPEN')),
  constraint review_answer_entry_ck check (entry >= 0)
);
comment on column network.review_answer.content is 'Sealed: what was said of it at a review. Special category data';
create index review_answer_session_ix on network.review_answer (workspace_id, session_id, number);

do $$
  declare
    t text;
  begin
    foreach t in array array['sealed_version', 'review_answer'] loop
      execute format('alter table network.%I enable row level security', t);
      execute format('alter table network.%I force row level security', t);
      execute format('create policy %s_read on network.%I for select to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('create policy %s_add on network.%I for insert to sightline_staff '
        'with check (by_user = access.me() and workspace_id in '
        '(select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('grant select, insert on network.%I to sightline_staff', t);
    end loop;
  end $$;

-- Whoever sealed it can take it back on the same day, and say why.
create policy sealed_version_take_back on network.sealed_version for update to sightline_staff
  using (by_user = access.me() and taken_back_at is null
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and (at at time zone 'Europe/London')::date = (now() at time zone 'Europe/London')::date)
  with check (by_user = access.me() and taken_back_at is not null);
grant update (because, taken_back_at) on network.sealed_version to sightline_staff;

-- Inside which existing meeting a small update was reviewed (B67).
alter table network.session_note drop constraint session_note_kind_ck;
alter table network.session_note add constraint session_note_kind_ck
  check (kind in ('PARTNER', 'RISK', 'STRENGTH', 'TANGENT', 'DIFFERENTLY', 'TOLD', 'OTHER_MEETING', 'INSIDE_MEETING'));
