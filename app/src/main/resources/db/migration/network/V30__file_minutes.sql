-- The filing run (B62 to B64): after a session the minutes and the map go onto the file of every key young person.

-- By which letter somebody, or a home or a vehicle, is called in the papers of others (practice.md, Safety 4). Drawn
-- by lot, so that no letter tells who came first or that one is missing; it stays. The labels of a wall have the same.
create table network.letter (
  workspace_id uuid not null,
  element_id   uuid not null,
  letter       text not null,
  at           timestamptz not null,
  constraint letter_pk primary key (workspace_id, element_id),
  constraint letter_map_fk foreign key (workspace_id) references network.map (workspace_id),
  constraint letter_letter_ck check (letter ~ '^[A-HJ-NP-Z]{1,3}$'),
  constraint letter_once_uq unique (workspace_id, letter)
);

-- The minutes of a session. The last hold.
create table network.minutes (
  id           uuid primary key,
  workspace_id uuid not null,
  session_id   uuid not null,
  number       bigint not null default nextval('network.said_number'),
  pattern      text not null,
  content      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint minutes_session_fk foreign key (workspace_id, session_id)
    references network.session (workspace_id, id),
  constraint minutes_by_fk foreign key (by_user) references access.user_account (id),
  constraint minutes_pattern_ck check (pattern ~ '^[a-z-]{1,40}$')
);
comment on column network.minutes.content is 'Sealed: the key risk and the minutes of a session. Special category data';

-- Where the minutes or the map were put on somebody's file, or why they were not.
create table network.filed (
  id            uuid primary key,
  workspace_id  uuid not null,
  session_id    uuid not null,
  element_id    uuid not null,
  number        bigint not null default nextval('network.said_number'),
  part          text not null,
  is_filed      boolean not null,
  day           date not null,
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint filed_session_fk foreign key (workspace_id, session_id)
    references network.session (workspace_id, id),
  constraint filed_by_fk foreign key (by_user) references access.user_account (id),
  constraint filed_part_ck check (part in ('MINUTES', 'MAP')),
  constraint filed_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.filed.content is 'Sealed: in which system, under which reference, or why not';

-- Who is named in the papers that go onto another's file, because that was shared already.
create table network.named (
  id            uuid primary key,
  workspace_id  uuid not null,
  session_id    uuid not null,
  element_id    uuid not null,
  other_id      uuid not null,
  number        bigint not null default nextval('network.said_number'),
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint named_session_fk foreign key (workspace_id, session_id)
    references network.session (workspace_id, id),
  constraint named_by_fk foreign key (by_user) references access.user_account (id),
  constraint named_back_ck check ((taken_back_by is null) = (taken_back_at is null)),
  constraint named_other_ck check (element_id <> other_id)
);
comment on column network.named.content is 'Sealed: where it was shared, in words';

do $$
  declare
    t text;
  begin
    foreach t in array array['letter', 'minutes', 'filed', 'named'] loop
      execute format('alter table network.%I enable row level security', t);
      execute format('alter table network.%I force row level security', t);
      execute format('create policy %s_read on network.%I for select to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('grant select, insert on network.%I to sightline_staff', t);
    end loop;
    execute 'create policy letter_add on network.letter for insert to sightline_staff '
      'with check (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))';
    foreach t in array array['minutes', 'filed', 'named'] loop
      execute format('create policy %s_add on network.%I for insert to sightline_staff '
        'with check (by_user = access.me() and workspace_id in '
        '(select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
    end loop;
    foreach t in array array['filed', 'named'] loop
      execute format('create policy %s_take_back on network.%I for update to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST''))) '
        'with check (taken_back_by is null or taken_back_by = access.me())', t, t);
      execute format('grant update (taken_back_by, taken_back_at) on network.%I to sightline_staff', t);
    end loop;
  end $$;

-- How the papers are called is chosen like the other words of an authority (B63, B64).
alter table network.term drop constraint term_list_ck;
alter table network.term add constraint term_list_ck
  check (list in ('FRAMEWORK', 'UNIT', 'SOURCE', 'THEME', 'VULNERABILITY', 'PARTNER', 'TITLE'));
