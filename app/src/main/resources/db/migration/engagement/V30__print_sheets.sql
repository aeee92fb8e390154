-- The sheets of a session, from the printer to its close. The slip code itself is never here: only
-- the open form of its hash. Nothing says when or in which order sheets were printed.
create table engagement.printed_sheet (
  session_id   uuid not null,
  workspace_id uuid not null,
  label        text not null,
  slip         text,
  constraint printed_sheet_pk primary key (session_id, label),
  constraint printed_sheet_slip_uq unique (slip),
  constraint printed_sheet_session_fk foreign key (session_id) references engagement.session (id),
  constraint printed_sheet_label_ck check (label ~ '^[2-9CFGHJMPQRVWX]{2}$'),
  constraint printed_sheet_slip_ck check (slip like 'hmac-sha256$%')
);
comment on table engagement.printed_sheet is 'Labels of paper sheets and their slips; deleted when the session closes';
comment on column engagement.printed_sheet.slip is 'Open form of the slip''s hash; null for a sheet that was labelled by hand and has no slip';

alter table engagement.printed_sheet enable row level security;
alter table engagement.printed_sheet force row level security;

create policy printed_sheet_staff on engagement.printed_sheet to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));

grant select, insert, delete on engagement.printed_sheet to sightline_staff;
