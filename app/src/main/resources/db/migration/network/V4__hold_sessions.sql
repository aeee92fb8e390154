-- A session of a mapping exercise (B45). Its slot is the date of the exercise it keeps, or empty.
create table network.session (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('network.said_number'),
  kind          text not null,
  slot          text not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint session_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint session_by_fk foreign key (by_user) references access.user_account (id),
  constraint session_kind_ck check (kind in ('INTERNAL', 'PARTNERS', 'REVIEW')),
  constraint session_slot_ck check (slot ~ '^([A-Z]+(_[A-Z]+)*(-[0-9]+)?)?$'),
  constraint session_workspace_uq unique (workspace_id, id),
  constraint session_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
create unique index session_slot_uq on network.session (workspace_id, slot)
  where slot <> '' and taken_back_at is null;

-- The day it is planned for, or was held. The last holds.
create table network.session_day (
  id           uuid primary key,
  workspace_id uuid not null,
  session_id   uuid not null,
  number       bigint not null default nextval('network.said_number'),
  is_held      boolean not null,
  day          date not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint session_day_session_fk foreign key (workspace_id, session_id)
    references network.session (workspace_id, id),
  constraint session_day_by_fk foreign key (by_user) references access.user_account (id)
);

-- Who is invited (B53, B54, B80).
create table network.invitation (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('network.said_number'),
  session_id    uuid not null,
  partner       text not null,
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint invitation_session_fk foreign key (workspace_id, session_id)
    references network.session (workspace_id, id),
  constraint invitation_by_fk foreign key (by_user) references access.user_account (id),
  constraint invitation_partner_ck check (partner ~ '^[a-z-]{1,40}$'),
  constraint invitation_workspace_uq unique (workspace_id, id),
  constraint invitation_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.invitation.content is 'Sealed: name, agency and role of a professional';

-- Whether they came. The last holds.
create table network.attendance (
  id            uuid primary key,
  workspace_id  uuid not null,
  invitation_id uuid not null,
  number        bigint not null default nextval('network.said_number'),
  said          text not null,
  by_user       uuid not null,
  at            timestamptz not null,
  constraint attendance_invitation_fk foreign key (workspace_id, invitation_id)
    references network.invitation (workspace_id, id),
  constraint attendance_by_fk foreign key (by_user) references access.user_account (id),
  constraint attendance_said_ck check (said in ('CAME', 'SENT_WORD', 'MISSED', 'NOT_SAID'))
);

-- What a session leaves behind: a tangent that is parked (B44), partners to invite (B53), risks and strengths
-- (B46), who sees it differently, whether the young person and parent were told.
create table network.session_note (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('network.said_number'),
  session_id    uuid not null,
  kind          text not null,
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint session_note_session_fk foreign key (workspace_id, session_id)
    references network.session (workspace_id, id),
  constraint session_note_by_fk foreign key (by_user) references access.user_account (id),
  constraint session_note_kind_ck check (kind in ('PARTNER', 'RISK', 'STRENGTH', 'TANGENT', 'DIFFERENTLY', 'TOLD', 'OTHER_MEETING')),
  constraint session_note_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.session_note.content is 'Sealed: what was said in the session. Special category data';

do $$
  declare
    t text;
  begin
    foreach t in array array['session', 'session_day', 'invitation', 'attendance', 'session_note'] loop
      execute format('alter table network.%I enable row level security', t);
      execute format('alter table network.%I force row level security', t);
      execute format('create policy %s_read on network.%I for select to sightline_staff '
        'using (workspace_id in (select access.my_workspaces()))', t, t);
      execute format('create policy %s_add on network.%I for insert to sightline_staff '
        'with check (by_user = access.me() and workspace_id in '
        '(select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('grant select, insert on network.%I to sightline_staff', t);
    end loop;
    foreach t in array array['session', 'invitation', 'session_note'] loop
      execute format('create policy %s_take_back on network.%I for update to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST''))) '
        'with check (taken_back_by is null or taken_back_by = access.me())', t, t);
      execute format('grant update (taken_back_by, taken_back_at) on network.%I to sightline_staff', t);
    end loop;
  end $$;
