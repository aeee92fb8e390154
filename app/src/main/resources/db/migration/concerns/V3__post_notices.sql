-- Which notices have gone out as mail. Dates only.
alter table concerns.notice add column posted_on date;

create policy notice_system_post on concerns.notice for update to sightline_system
  using (true) with check (true);
grant update (posted_on) on concerns.notice to sightline_system;
