-- What somebody was typing when their session ended (AN-10): theirs alone, for a day at most.
create table access.unsent (
  id      uuid primary key,
  user_id uuid not null,
  form    bytea not null,
  browser bytea,
  kept_at timestamptz not null,
  content bytea not null,
  constraint unsent_user_fk foreign key (user_id) references access.user_account (id),
  constraint unsent_once_uq unique (user_id, form)
);
create index unsent_kept_ix on access.unsent (kept_at);
comment on table access.unsent is 'Typed and not sent; deleted when it is sent, at signing out, and after 24 hours';
comment on column access.unsent.form is 'Blind index of the address the form is sent to';
comment on column access.unsent.browser is 'Keyed hash of the browser a form came from after its session had ended; shown there only';
comment on column access.unsent.content is 'Sealed: the page and the fields of the form';

alter table access.unsent enable row level security;
alter table access.unsent force row level security;
create policy unsent_own on access.unsent to sightline_staff
  using (user_id = access.me()) with check (user_id = access.me());
create policy unsent_system on access.unsent to sightline_system using (true) with check (true);
grant select, insert, update, delete on access.unsent to sightline_staff, sightline_system;
