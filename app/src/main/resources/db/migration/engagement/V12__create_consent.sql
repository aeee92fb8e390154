-- Who was invited and what they said, apart from everything that holds maps (ST-09). The only key out
-- of this schema leads to the session.
create schema consent;

grant usage on schema consent to sightline_staff;

create table consent.text_version (
  id           uuid primary key,
  workspace_id uuid not null,
  number       int not null,
  content      text not null,
  made_on      date not null,
  made_by      uuid not null,
  constraint text_version_school_fk foreign key (workspace_id) references access.workspace (id),
  constraint text_version_number_uq unique (workspace_id, number),
  constraint text_version_number_ck check (number > 0)
);
comment on table consent.text_version is 'The words of the consent form of a school; never changed once made (ST-10)';

create table consent.text_form (
  version_id   uuid not null,
  workspace_id uuid not null,
  form         text not null,
  language     text not null,
  words_hash   bytea not null,
  constraint text_form_pk primary key (version_id, form, language),
  constraint text_form_version_fk foreign key (version_id) references consent.text_version (id),
  constraint text_form_form_ck check (form in ('STANDARD', 'LARGE_PRINT', 'EASY_READ'))
);
comment on column consent.text_form.words_hash is 'SHA-256 of the exact words before names and days are filled in';

create table consent.research (
  workspace_id uuid primary key,
  body         text not null,
  ethics       text not null,
  declared_on  date not null,
  declared_by  uuid not null,
  constraint research_round_fk foreign key (workspace_id) references access.workspace (id)
);
comment on table consent.research is 'A round that is also research, by whom, and its ethical approval';

create table consent.invitation (
  id           uuid primary key,
  session_id   uuid not null,
  workspace_id uuid not null,
  name         bytea not null,
  age          bytea,
  issued_on    date,
  issued_form  text,
  removed_on   date,
  constraint invitation_session_fk foreign key (session_id) references engagement.session (id),
  constraint invitation_form_ck check (issued_form in ('STANDARD', 'LARGE_PRINT', 'EASY_READ')),
  constraint invitation_issued_ck check ((issued_on is null) = (issued_form is null))
);
create index invitation_session_ix on consent.invitation (session_id);
comment on column consent.invitation.name is 'Sealed: name of a young person';
comment on column consent.invitation.age is 'Sealed: age of a young person';

create table consent.returned_form (
  id            uuid primary key,
  seq           bigint generated always as identity,
  invitation_id uuid not null,
  workspace_id  uuid not null,
  text_version  uuid not null,
  form          text not null,
  language      text not null,
  words_hash    bytea not null,
  research      boolean not null,
  record        bytea not null,
  recorded_on   date not null,
  recorded_by   uuid not null,
  constraint returned_form_invitation_fk foreign key (invitation_id) references consent.invitation (id),
  constraint returned_form_text_fk foreign key (text_version, form, language)
    references consent.text_form (version_id, form, language)
);
create index returned_form_invitation_ix on consent.returned_form (invitation_id);
comment on table consent.returned_form is 'A form that came back; a correction is a new row and the last one counts';
comment on column consent.returned_form.words_hash is 'SHA-256 of the exact words the young person had before them';
comment on column consent.returned_form.record is 'Sealed: answer, ticks, who explained, signature, day and what was filled in';

create table consent.withdrawal (
  id            uuid primary key,
  invitation_id uuid not null,
  workspace_id  uuid not null,
  effect        text not null,
  withdrawn_on  date not null,
  recorded_by   uuid not null,
  constraint withdrawal_invitation_fk foreign key (invitation_id) references consent.invitation (id),
  constraint withdrawal_once_uq unique (invitation_id),
  constraint withdrawal_effect_ck check (effect in ('BEFORE', 'DURING', 'AFTER'))
);
comment on table consent.withdrawal is 'Consent taken back, with its effect (H01); it takes no map out: only the slip can';

do $$
declare
  name text;
begin
  foreach name in array array['text_version', 'text_form', 'research', 'invitation', 'returned_form', 'withdrawal'] loop
    execute format('alter table consent.%I enable row level security', name);
    execute format('alter table consent.%I force row level security', name);
  end loop;
  foreach name in array array['invitation', 'returned_form', 'withdrawal'] loop
    execute format('create policy %I on consent.%I for select to sightline_staff
      using (workspace_id in (select access.my_workspaces_as(''ROUND_OWNER'', ''FACILITATOR'')))', name || '_read', name);
    execute format('create policy %I on consent.%I for insert to sightline_staff
      with check (workspace_id in (select access.my_workspaces_as(''ROUND_OWNER'', ''FACILITATOR'')))', name || '_add', name);
  end loop;
end $$;

create policy invitation_change on consent.invitation for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy text_version_read on consent.text_version for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
-- A facilitator may need the shipped words before anybody has changed them: the first version only.
create policy text_version_add on consent.text_version for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD'))
    or (number = 1 and workspace_id in (select access.my_workspaces_as('FACILITATOR'))));
create policy text_form_read on consent.text_form for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy text_form_add on consent.text_form for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'FACILITATOR')));
create policy research_read on consent.research for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy research_declare on consent.research for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));
create policy research_change on consent.research for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));

grant select, insert on consent.text_version, consent.text_form, consent.research, consent.invitation,
  consent.returned_form, consent.withdrawal to sightline_staff;
grant update (issued_on, issued_form, removed_on) on consent.invitation to sightline_staff;
grant update (body, ethics, declared_on, declared_by) on consent.research to sightline_staff;
