-- Somebody or something the first session is about (B25, B26), or might be (B77). Its words lie under its own key.
create table network.subject (
  id           uuid primary key,
  workspace_id uuid not null,
  number        bigint not null default nextval('network.said_number'),
  kind         text not null,
  person_id    uuid,
  name         bytea not null,
  place_index  bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint subject_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint subject_by_fk foreign key (by_user) references access.user_account (id),
  constraint subject_kind_ck check (kind in ('YOUNG_PERSON', 'ADULT', 'GROUP', 'PLACE')),
  constraint subject_place_ck check ((place_index is not null) = (kind = 'PLACE')),
  constraint subject_person_ck check (person_id is null or kind in ('YOUNG_PERSON', 'ADULT')),
  constraint subject_workspace_uq unique (workspace_id, id)
);
comment on column network.subject.name is 'Sealed: what they are called';
comment on column network.subject.place_index is 'Blind index of the name of a place';
create index subject_place_ix on network.subject (place_index) where place_index is not null;

-- Whether they are part of it. The last decision holds; each has its author and its reason.
create table network.subject_decision (
  id           uuid primary key,
  workspace_id uuid not null,
  subject_id   uuid not null,
  number       bigint not null default nextval('network.said_number'),
  decision     text not null,
  because      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint subject_decision_subject_fk foreign key (workspace_id, subject_id)
    references network.subject (workspace_id, id),
  constraint subject_decision_by_fk foreign key (by_user) references access.user_account (id),
  constraint subject_decision_ck check (decision in ('PROPOSED', 'PART', 'NO_PART'))
);
comment on column network.subject_decision.because is 'Sealed: why, or who mentioned them. Special category data';

-- One statement in one cell of the matrix (B30 to B35, B75, B76).
create table network.cell_note (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('network.said_number'),
  subject_id    uuid not null,
  cell          text not null,
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint cell_note_subject_fk foreign key (workspace_id, subject_id)
    references network.subject (workspace_id, id),
  constraint cell_note_by_fk foreign key (by_user) references access.user_account (id),
  constraint cell_note_cell_ck check (cell in
    ('CONCERNS', 'CONTEXTS', 'LINKED', 'CONTACTS', 'STRENGTHS', 'HELD', 'SERVICES', 'KNOWN_BY')),
  constraint cell_note_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.cell_note.content is 'Sealed: a statement with its source. Special category data';

-- A question the exercise wants answered (B29, B36), about somebody, a place, or all of it.
create table network.key_question (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('network.said_number'),
  subject_id    uuid,
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint key_question_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint key_question_subject_fk foreign key (workspace_id, subject_id)
    references network.subject (workspace_id, id),
  constraint key_question_by_fk foreign key (by_user) references access.user_account (id),
  constraint key_question_workspace_uq unique (workspace_id, id),
  constraint key_question_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.key_question.content is 'Sealed: the question and who can answer it. Special category data';

create table network.key_answer (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('network.said_number'),
  question_id   uuid not null,
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint key_answer_question_fk foreign key (workspace_id, question_id)
    references network.key_question (workspace_id, id),
  constraint key_answer_by_fk foreign key (by_user) references access.user_account (id),
  constraint key_answer_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.key_answer.content is 'Sealed: the answer and who found it. Special category data';

-- That somebody checked whether others work on the same person or place (B28); not what came of it.
create table network.known_check (
  id           uuid primary key,
  workspace_id uuid not null,
  subject_id   uuid not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint known_check_subject_fk foreign key (workspace_id, subject_id)
    references network.subject (workspace_id, id),
  constraint known_check_by_fk foreign key (by_user) references access.user_account (id)
);

-- A spreadsheet that was read and waits for a yes. Gone once it is taken in or thrown away.
create table network.incoming_matrix (
  id           uuid primary key,
  workspace_id uuid not null,
  content      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint incoming_matrix_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint incoming_matrix_by_fk foreign key (by_user) references access.user_account (id)
);
comment on column network.incoming_matrix.content is 'Sealed: rows of a spreadsheet. Special category data';

do $$
  declare
    t text;
  begin
    foreach t in array array['subject', 'subject_decision', 'cell_note', 'key_question', 'key_answer',
        'known_check', 'incoming_matrix'] loop
      execute format('alter table network.%I enable row level security', t);
      execute format('alter table network.%I force row level security', t);
      execute format('create policy %s_add on network.%I for insert to sightline_staff '
        'with check (by_user = access.me() and workspace_id in '
        '(select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST'')))', t, t);
      execute format('grant select, insert on network.%I to sightline_staff', t);
    end loop;
    foreach t in array array['subject', 'subject_decision', 'cell_note', 'key_question', 'key_answer',
        'known_check'] loop
      execute format('create policy %s_read on network.%I for select to sightline_staff '
        'using (workspace_id in (select access.my_workspaces()))', t, t);
    end loop;
    foreach t in array array['cell_note', 'key_question', 'key_answer'] loop
      execute format('create policy %s_take_back on network.%I for update to sightline_staff '
        'using (workspace_id in (select access.my_workspaces_as(''CHAIR'', ''PRACTITIONER'', ''ANALYST''))) '
        'with check (taken_back_by is null or taken_back_by = access.me())', t, t);
      execute format('grant update (taken_back_by, taken_back_at) on network.%I to sightline_staff', t);
    end loop;
  end $$;

-- What waits is its reader's own.
create policy incoming_matrix_read on network.incoming_matrix for select to sightline_staff
  using (by_user = access.me() and workspace_id in (select access.my_workspaces()));
create policy incoming_matrix_clear on network.incoming_matrix for delete to sightline_staff
  using (by_user = access.me());
grant delete on network.incoming_matrix to sightline_staff;

-- The application asks on somebody's behalf which other exercises are about a place: indexes and ids only.
create policy subject_signpost on network.subject for select to sightline_system using (place_index is not null);
grant select (id, workspace_id, place_index) on network.subject to sightline_system;
create policy exercise_signpost on network.exercise for select to sightline_system using (not is_practice);
grant select (workspace_id, is_practice) on network.exercise to sightline_system;
create policy known_check_count on network.known_check for select to sightline_system using (true);
grant select (by_user, at) on network.known_check to sightline_system;
