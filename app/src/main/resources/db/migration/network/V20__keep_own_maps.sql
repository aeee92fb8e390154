-- Whether a young person has drawn their own map (B72), who does that with them (B74). The last holds.
create table network.own_status (
  id           uuid primary key,
  workspace_id uuid not null,
  number       bigint not null default nextval('network.said_number'),
  subject_id   uuid not null,
  said         text not null,
  day          date,
  content      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint own_status_subject_fk foreign key (workspace_id, subject_id)
    references network.subject (workspace_id, id),
  constraint own_status_by_fk foreign key (by_user) references access.user_account (id),
  constraint own_status_said_ck check (said in ('DONE', 'LATER', 'NOT_POSSIBLE')),
  constraint own_status_day_ck check ((said = 'NOT_POSSIBLE') = (day is null))
);
comment on column network.own_status.content is 'Sealed: why, and which worker does it. Special category data';

-- The map a young person draws (B95 to B102). It is theirs: under a key of its own, so that it can be thrown away.
create table network.own_map (
  id           uuid primary key,
  workspace_id uuid not null,
  subject_id   uuid not null,
  now          int not null,
  by_user      uuid not null,
  told_at      timestamptz not null,
  finished_at  timestamptz,
  constraint own_map_subject_fk foreign key (workspace_id, subject_id)
    references network.subject (workspace_id, id),
  constraint own_map_subject_uq unique (workspace_id, subject_id),
  constraint own_map_workspace_uq unique (workspace_id, id),
  constraint own_map_by_fk foreign key (by_user) references access.user_account (id),
  constraint own_map_now_ck check (now >= 0)
);

-- The map after each thing they did. Before is where undo leads.
create table network.own_step (
  id           uuid primary key,
  workspace_id uuid not null,
  map_id       uuid not null,
  number       int not null,
  before       int not null,
  content      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint own_step_map_fk foreign key (workspace_id, map_id) references network.own_map (workspace_id, id),
  constraint own_step_number_uq unique (map_id, number),
  constraint own_step_by_fk foreign key (by_user) references access.user_account (id),
  constraint own_step_before_ck check (before >= 0 and before < number)
);
comment on column network.own_step.content is
  'Sealed: whom a young person named, what they said of them, their answers and plans. Special category data';

-- That somebody on it is somebody on the map of the professionals, as a person confirmed (B73).
create table network.own_join (
  id            uuid primary key,
  workspace_id  uuid not null,
  map_id        uuid not null,
  number        bigint not null default nextval('network.said_number'),
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint own_join_map_fk foreign key (workspace_id, map_id) references network.own_map (workspace_id, id),
  constraint own_join_by_fk foreign key (by_user) references access.user_account (id),
  constraint own_join_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.own_join.content is 'Sealed: who is who. Special category data';

-- Open to those who work on the exercise, and to nobody else: not in an emergency, not to a guest.
do $$
  declare
    t text;
  begin
    foreach t in array array['own_status', 'own_map', 'own_step', 'own_join'] loop
      execute format('alter table network.%I enable row level security', t);
      execute format('alter table network.%I force row level security', t);
      execute format('create policy %s_read on network.%I for select to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('create policy %s_add on network.%I for insert to sightline_staff '
        'with check (by_user = access.me() and workspace_id in '
        '(select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('grant select, insert on network.%I to sightline_staff', t);
    end loop;
    foreach t in array array['own_map', 'own_step', 'own_join'] loop
      execute format('create policy %s_throw_away on network.%I for delete to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('grant delete on network.%I to sightline_staff', t);
    end loop;
    foreach t in array array['own_map', 'own_join'] loop
      execute format('create policy %s_go_on on network.%I for update to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST''))) '
        'with check (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
    end loop;
    foreach t in array array['own_status', 'own_map'] loop
      execute format('create policy %s_not_closed on network.%I as restrictive for select to sightline_staff '
        'using (subject_id in (select s.id from network.subject s))', t, t);
    end loop;
    foreach t in array array['own_step', 'own_join'] loop
      execute format('create policy %s_not_closed on network.%I as restrictive for select to sightline_staff '
        'using (map_id in (select m.id from network.own_map m))', t, t);
    end loop;
  end $$;
grant update (now, finished_at) on network.own_map to sightline_staff;
grant update (taken_back_by, taken_back_at) on network.own_join to sightline_staff;
