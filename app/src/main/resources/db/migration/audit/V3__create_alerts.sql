-- Something somebody has to look at (AU-08). Ids only: never a name, never a narrative.
create table audit.alert (
  id           uuid primary key,
  kind         text not null,
  raised_at    timestamptz not null default clock_timestamp(),
  subject_user uuid,
  workspace    uuid,
  occasion     text,
  told_at      timestamptz,
  seen_at      timestamptz,
  seen_by      uuid,
  constraint alert_occasion_uq unique (kind, occasion),
  constraint alert_kind_ck check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  constraint alert_seen_ck check ((seen_at is null) = (seen_by is null))
);
comment on table audit.alert is 'What the governance reader and the administrator have to look at. Ids only';
comment on column audit.alert.subject_user is 'Whose doing it is about';
comment on column audit.alert.occasion is 'The same occasion is raised once, whoever finds it';
comment on column audit.alert.told_at is 'When a mail said that something waits';
create index alert_raised_ix on audit.alert (raised_at);
create index alert_untold_ix on audit.alert (raised_at) where told_at is null;

alter table audit.alert enable row level security;
alter table audit.alert force row level security;

-- Whoever does something may raise one in the same transaction; only the system reads them.
create policy alert_raise on audit.alert for insert to sightline_staff
  with check (told_at is null and seen_at is null);
create policy alert_system on audit.alert to sightline_system using (true) with check (true);
grant insert (id, kind, subject_user, workspace, occasion) on audit.alert to sightline_staff;
grant select, insert on audit.alert to sightline_system;
grant update (told_at, seen_at, seen_by) on audit.alert to sightline_system;
