-- All the student site's database role can see. It reaches no other schema, and of this one only
-- what belongs to the class code it names (`app.class`), or what a function hands it.
create schema student;

grant usage on schema student to sightline_staff, sightline_student, sightline_system;

create table student.sheet (
  session_id  uuid primary key,
  class_index bytea not null,
  tag         text not null,
  plan        text not null,
  last_day    date not null,
  constraint sheet_class_uq unique (class_index),
  constraint sheet_session_fk foreign key (session_id) references engagement.session (id)
);
comment on table student.sheet is 'What an open session shows its class; deleted when it closes';
comment on column student.sheet.plan is 'Floors, zones with name and outline, and year groups to choose from, as JSON';

create table student.picture (
  session_id uuid not null,
  floor      int not null,
  id         uuid not null,
  content    bytea not null,
  constraint picture_pk primary key (session_id, floor),
  constraint picture_sheet_fk foreign key (session_id) references student.sheet (session_id)
    on delete cascade
);
comment on column student.picture.content is 'Sealed: a floor as PNG';

-- Maps that wait for the session to close. Nothing says when or in which order they came once the
-- session's key is destroyed (ST-02).
create table student.staged (
  id         uuid primary key,
  session_id uuid not null,
  slip       bytea not null,
  seat       bytea not null,
  content    bytea,
  constraint staged_slip_uq unique (session_id, slip),
  constraint staged_seat_uq unique (session_id, seat),
  constraint staged_sheet_fk foreign key (session_id) references student.sheet (session_id)
);
comment on column student.staged.slip is 'HMAC of the slip code under the session key';
comment on column student.staged.seat is 'HMAC of the browser''s random seat under the session key';
comment on column student.staged.content is 'Sealed under the session key: slip, year group, marks; null once it was taken out';

create table student.paper_slip (
  session_id uuid not null,
  slip       text not null,
  used       boolean not null,
  constraint paper_slip_pk primary key (session_id, slip),
  constraint paper_slip_session_fk foreign key (session_id) references engagement.session (id),
  constraint paper_slip_open_ck check (slip like 'hmac-sha256$%')
);
comment on table student.paper_slip is 'Slips printed for a session, until it closes';

alter table student.sheet enable row level security;
alter table student.sheet force row level security;
alter table student.picture enable row level security;
alter table student.picture force row level security;
alter table student.staged enable row level security;
alter table student.staged force row level security;
alter table student.paper_slip enable row level security;
alter table student.paper_slip force row level security;

create policy sheet_class on student.sheet for select to sightline_student
  using (class_index = decode(nullif(current_setting('app.class', true), ''), 'hex'));
create policy picture_class on student.picture for select to sightline_student
  using (session_id in (select session_id from student.sheet));

create policy sheet_staff on student.sheet to sightline_staff
  using (session_id in (select s.id from engagement.session s
    where s.workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR'))))
  with check (session_id in (select s.id from engagement.session s
    where s.workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR'))));
create policy picture_staff on student.picture for insert to sightline_staff
  with check (session_id in (select session_id from student.sheet));
create policy staged_read_staff on student.staged for select to sightline_staff
  using (session_id in (select session_id from student.sheet));
create policy staged_clear_staff on student.staged for delete to sightline_staff
  using (session_id in (select session_id from student.sheet));
create policy paper_slip_staff on student.paper_slip to sightline_staff
  using (session_id in (select s.id from engagement.session s
    where s.workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR'))))
  with check (session_id in (select s.id from engagement.session s
    where s.workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR'))));
create policy sheet_system on student.sheet for select to sightline_system using (true);

create policy sheet_owner on student.sheet to sightline_owner using (true) with check (true);
create policy picture_owner on student.picture to sightline_owner using (true) with check (true);
create policy staged_owner on student.staged to sightline_owner using (true) with check (true);
create policy paper_slip_owner on student.paper_slip to sightline_owner using (true) with check (true);

grant select on student.sheet, student.picture to sightline_student;
grant select, insert, delete on student.sheet to sightline_staff;
-- Only so that a closing may lock the row.
grant update (last_day) on student.sheet to sightline_staff;
grant insert on student.picture to sightline_staff;
grant select, delete on student.staged to sightline_staff;
grant select, insert, delete on student.paper_slip to sightline_staff;
grant select (session_id) on student.sheet to sightline_system;
