-- That an agreement is to be looked at again is said once by mail. The clock reads days and nothing sealed.
create table sharing.review_reminder (
  agreement_id uuid not null,
  version      int not null,
  reminded_on  date not null,
  constraint review_reminder_pk primary key (agreement_id, version),
  constraint review_reminder_version_fk foreign key (agreement_id, version)
    references sharing.agreement_version (agreement_id, version)
);

alter table sharing.review_reminder enable row level security;
alter table sharing.review_reminder force row level security;

create policy review_reminder_system_read on sharing.review_reminder for select to sightline_system using (true);
create policy review_reminder_system_add on sharing.review_reminder for insert to sightline_system with check (true);
create policy agreement_version_system on sharing.agreement_version for select to sightline_system using (true);
create policy agreement_step_system on sharing.agreement_step for select to sightline_system using (true);
grant select, insert on sharing.review_reminder to sightline_system;
grant select (agreement_id, version, review_on) on sharing.agreement_version to sightline_system;
grant select (agreement_id, version, kind, at) on sharing.agreement_step to sightline_system;
