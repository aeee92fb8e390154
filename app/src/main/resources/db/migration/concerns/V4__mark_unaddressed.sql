-- A notice for the council where the school keeps no contact for concerns: nobody was told by mail.
alter table concerns.notice add column unaddressed_on date;
alter table concerns.notice add constraint notice_ended_once_ck
  check (posted_on is null or unaddressed_on is null);

grant update (unaddressed_on) on concerns.notice to sightline_system;
