-- Sheets that a machine reads, and the piles of photographs and scans that come back (ST-14). All of it
-- is sealed under the session's key and goes when the session closes. Nothing holds a time or an order.

-- How a session's sheets are laid out on paper.
create table engagement.sheet_layout (
  session_id   uuid not null,
  workspace_id uuid not null,
  version      text not null,
  content      bytea not null,
  constraint sheet_layout_pk primary key (session_id, version),
  constraint sheet_layout_session_fk foreign key (session_id) references engagement.session (id),
  constraint sheet_layout_version_ck check (version ~ '^[2-9A-HJ-NP-Z]{8}$')
);
comment on table engagement.sheet_layout is 'Where everything stands on the printed sheets; deleted when the session closes';
comment on column engagement.sheet_layout.content is 'Sealed under the session key: kind of sheet and layout as JSON';

-- Each printed page: its code as a keyed hash, and which sheet it is a page of.
create table engagement.printed_page (
  session_id   uuid not null,
  workspace_id uuid not null,
  page         text not null,
  content      bytea not null,
  constraint printed_page_pk primary key (session_id, page),
  constraint printed_page_session_fk foreign key (session_id) references engagement.session (id)
);
comment on table engagement.printed_page is 'Pages of paper sheets that a machine can read; deleted when the session closes';
comment on column engagement.printed_page.page is 'HMAC of the code of the page under the session key';
comment on column engagement.printed_page.content is 'Sealed under the session key: label, number of the page, pages of the sheet, version of the layout';

create table engagement.pile_file (
  id           uuid not null,
  session_id   uuid not null,
  workspace_id uuid not null,
  dropped_by   uuid not null,
  fingerprint  bytea not null,
  state        text not null,
  pages        int not null,
  name         bytea not null,
  constraint pile_file_pk primary key (id),
  constraint pile_file_once_uq unique (session_id, dropped_by, fingerprint),
  constraint pile_file_session_fk foreign key (session_id) references engagement.session (id),
  constraint pile_file_state_ck check (state in ('QUEUED', 'READ'))
);
comment on table engagement.pile_file is 'Files of a pile; deleted when the session closes';
comment on column engagement.pile_file.fingerprint is 'HMAC of what is in the file under the session key: the same file is not read twice';
comment on column engagement.pile_file.pages is '0 until the file was opened';
comment on column engagement.pile_file.name is 'Sealed under the session key: the name the file came with';

-- What is in a file, until it is read. Only for who dropped it.
create table engagement.pile_part (
  file_id    uuid not null,
  number     int not null,
  dropped_by uuid not null,
  content    bytea not null,
  constraint pile_part_pk primary key (file_id, number),
  constraint pile_part_file_fk foreign key (file_id) references engagement.pile_file (id) on delete cascade
);
comment on table engagement.pile_part is 'Photographs and scans, deleted as soon as they are read';
comment on column engagement.pile_part.content is 'Sealed under the session key: a megabyte of the file';
alter table engagement.pile_part alter column content set storage external;

create table engagement.pile_page (
  file_id      uuid not null,
  number       int not null,
  session_id   uuid not null,
  workspace_id uuid not null,
  dropped_by   uuid not null,
  state        text not null,
  page         text,
  label        text,
  staged       int,
  content      bytea not null,
  constraint pile_page_pk primary key (file_id, number),
  constraint pile_page_once_uq unique (session_id, page),
  constraint pile_page_file_fk foreign key (file_id) references engagement.pile_file (id) on delete cascade,
  constraint pile_page_printed_fk foreign key (session_id, label)
    references engagement.printed_sheet (session_id, label) on delete cascade,
  constraint pile_page_state_ck check (state in ('REFUSED', 'READ', 'STAGED', 'WRITING', 'BY_HAND'))
);
comment on table engagement.pile_page is 'What came of each page of a pile; deleted when the session closes';
comment on column engagement.pile_page.page is 'HMAC of the code of the page under the session key; null where another picture of it may be read';
comment on column engagement.pile_page.staged is 'Version of the keyed sheet that was written from this page';
comment on column engagement.pile_page.content is 'Sealed under the session key: what was read, or why it was not';

-- The places that are shown to whoever dropped the pile: in doubt, and every tenth of the others.
create table engagement.pile_zone (
  id         uuid not null,
  file_id    uuid not null,
  number     int not null,
  session_id uuid not null,
  dropped_by uuid not null,
  skipped    int not null,
  turn       int,
  content    bytea not null,
  crop       bytea not null,
  constraint pile_zone_pk primary key (id),
  constraint pile_zone_page_fk foreign key (file_id, number)
    references engagement.pile_page (file_id, number) on delete cascade
);
comment on table engagement.pile_zone is 'Places of a pile that a person looks at; deleted when the pile is finished';
comment on column engagement.pile_zone.turn is 'When it was decided among the others, to take the last back; null while it waits';
comment on column engagement.pile_zone.content is 'Sealed under the session key: the place, what was read and what was decided';
comment on column engagement.pile_zone.crop is 'Sealed under the session key: the picture of the place on one sheet';
alter table engagement.pile_zone alter column crop set storage external;

-- How well a person and the reader agreed, over the piles somebody has finished.
create table engagement.pile_check (
  session_id   uuid not null,
  workspace_id uuid not null,
  dropped_by   uuid not null,
  checked      int not null,
  agreed       int not null,
  decided      int not null,
  constraint pile_check_pk primary key (session_id, dropped_by),
  constraint pile_check_session_fk foreign key (session_id) references engagement.session (id)
);
comment on table engagement.pile_check is 'How often reader and person agreed; deleted when the session closes';

do $$
  declare
    t text;
  begin
    foreach t in array array['sheet_layout', 'printed_page', 'pile_file', 'pile_part', 'pile_page',
        'pile_zone', 'pile_check'] loop
      execute format('alter table engagement.%I enable row level security', t);
      execute format('alter table engagement.%I force row level security', t);
      execute format('grant maintain on engagement.%I to sightline_system', t);
    end loop;
  end $$;

create policy sheet_layout_staff on engagement.sheet_layout to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy printed_page_staff on engagement.printed_page to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy pile_file_staff on engagement.pile_file to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy pile_page_staff on engagement.pile_page to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy pile_check_staff on engagement.pile_check to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));

-- Pictures are for the transcriber alone (ST-14).
create policy pile_part_staff on engagement.pile_part to sightline_staff
  using (dropped_by = access.me() and file_id in (select f.id from engagement.pile_file f))
  with check (dropped_by = access.me() and file_id in (select f.id from engagement.pile_file f));
create policy pile_zone_staff on engagement.pile_zone to sightline_staff
  using (dropped_by = access.me() and file_id in (select f.id from engagement.pile_file f))
  with check (dropped_by = access.me() and file_id in (select f.id from engagement.pile_file f));

grant select, insert, delete on engagement.sheet_layout, engagement.printed_page,
  engagement.pile_file, engagement.pile_part, engagement.pile_page, engagement.pile_zone,
  engagement.pile_check to sightline_staff;
grant update (state, pages) on engagement.pile_file to sightline_staff;
grant update (state, page, staged, content) on engagement.pile_page to sightline_staff;
grant update (skipped, turn, content) on engagement.pile_zone to sightline_staff;
grant update (checked, agreed, decided) on engagement.pile_check to sightline_staff;

-- No sample of these rows is kept: see V33.
alter table engagement.printed_page alter column page set statistics 0, alter column content set statistics 0;
alter table engagement.pile_page
  alter column page set statistics 0, alter column label set statistics 0,
  alter column content set statistics 0;
alter table engagement.pile_zone
  alter column content set statistics 0, alter column crop set statistics 0;
alter table engagement.pile_part alter column content set statistics 0;

-- After a restart: whose files wait. Never what is in them.
create policy pile_file_system on engagement.pile_file for select to sightline_system using (true);
grant select (session_id, dropped_by, state) on engagement.pile_file to sightline_system;

create policy pile_file_owner on engagement.pile_file to sightline_owner using (true) with check (true);
create policy pile_check_owner on engagement.pile_check to sightline_owner using (true) with check (true);
create policy pile_page_owner on engagement.pile_page to sightline_owner using (true) with check (true);
create policy pile_zone_owner on engagement.pile_zone to sightline_owner using (true) with check (true);
create policy pile_part_owner on engagement.pile_part to sightline_owner using (true) with check (true);

-- Piles of sessions whose last day is over, closed or not (ST-14). Returns how many files went.
create function engagement.end_piles(p_today date) returns int
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  declare
    ended int;
  begin
    delete from engagement.pile_file f using engagement.session s
     where s.id = f.session_id and (s.last_day < p_today or s.closed_on is not null);
    get diagnostics ended = row_count;
    return ended;
  end $$;
revoke all on function engagement.end_piles(date) from public;
grant execute on function engagement.end_piles(date) to sightline_system;

-- A slip that is used takes with it what was read from its sheet, too: see V32.
create or replace function student.withdraw_staged(p_session uuid, p_slip bytea, p_paper text,
    p_hash text, p_day date) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  begin
    perform 1 from student.sheet s where s.session_id = p_session for share;
    if not found then
      return 'CLOSED';
    end if;
    update student.staged set content = null
     where session_id = p_session and slip = p_slip and content is not null;
    if not found then
      update student.paper_slip set used = true
       where session_id = p_session and slip = p_paper and not used;
    end if;
    if found then
      perform 1 from engagement.printed_sheet p where p.slip = p_paper for update;
      delete from engagement.keyed_sheet k
       using engagement.printed_sheet p
       where p.slip = p_paper and k.session_id = p.session_id and k.label = p.label;
      delete from engagement.pile_page g
       using engagement.printed_sheet p
       where p.slip = p_paper and g.session_id = p.session_id and g.label = p.label;
      perform student.count_withdrawal(p_session, p_hash, p_day);
      return 'GONE';
    end if;
    if exists (select 1 from student.staged g where g.session_id = p_session and g.slip = p_slip)
        or exists (select 1 from student.paper_slip g
                    where g.session_id = p_session and g.slip = p_paper) then
      return 'USED';
    end if;
    return 'WRONG';
  end $$;
