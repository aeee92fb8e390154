-- That slip boxes close soon is said once by mail for each last day of a round. Days only.
create table engagement.last_day_reminder (
  round_id    uuid not null,
  last_day    date not null,
  reminded_on date not null,
  constraint last_day_reminder_pk primary key (round_id, last_day),
  constraint last_day_reminder_round_fk foreign key (round_id) references engagement.round (workspace_id)
);

alter table engagement.last_day_reminder enable row level security;
alter table engagement.last_day_reminder force row level security;

create policy last_day_reminder_read on engagement.last_day_reminder for select to sightline_system using (true);
create policy last_day_reminder_add on engagement.last_day_reminder for insert to sightline_system with check (true);
grant select, insert on engagement.last_day_reminder to sightline_system;
grant select (workspace_id, started_on) on engagement.session to sightline_system;
