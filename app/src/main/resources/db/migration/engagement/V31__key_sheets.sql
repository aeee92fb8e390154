-- What people read on paper sheets, until the session closes. Sealed under the session's own key, all
-- of one session equally long; no time and no order (ST-01, ST-02).
create table engagement.keyed_sheet (
  session_id   uuid not null,
  workspace_id uuid not null,
  label        text not null,
  pass         int not null,
  keyed_by     uuid not null,
  version      int not null,
  content      bytea not null,
  constraint keyed_sheet_pk primary key (session_id, label, pass),
  constraint keyed_sheet_once_each_uq unique (session_id, label, keyed_by),
  constraint keyed_sheet_printed_fk foreign key (session_id, label)
    references engagement.printed_sheet (session_id, label),
  constraint keyed_sheet_pass_ck check (pass in (1, 2))
);
comment on table engagement.keyed_sheet is 'Sheets as keyed once or twice; deleted when the session closes';
comment on column engagement.keyed_sheet.pass is '1 for the first keying, 2 for the second, by another person';
comment on column engagement.keyed_sheet.content is 'Sealed under the session key: label, pass, year group, marks';

alter table engagement.keyed_sheet enable row level security;
alter table engagement.keyed_sheet force row level security;

create policy keyed_sheet_staff on engagement.keyed_sheet to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));

grant select, insert, delete on engagement.keyed_sheet to sightline_staff;
grant update (version, content) on engagement.keyed_sheet to sightline_staff;
