-- The address of somebody's calendar: random, shown once, kept as a hash. Ended, it opens nothing any more.
create table clocks.feed (
  id       uuid primary key,
  user_id  uuid not null,
  hash     bytea not null,
  at       timestamptz not null,
  ended_at timestamptz,
  constraint feed_user_fk foreign key (user_id) references access.user_account (id),
  constraint feed_hash_uq unique (hash),
  constraint feed_hash_ck check (length(hash) = 32)
);
create unique index feed_once_uq on clocks.feed (user_id) where ended_at is null;

alter table clocks.feed enable row level security;
alter table clocks.feed force row level security;
create policy feed_mine on clocks.feed for select to sightline_staff using (user_id = access.me());
create policy feed_add on clocks.feed for insert to sightline_staff
  with check (user_id = access.me() and ended_at is null);
create policy feed_end on clocks.feed for update to sightline_staff
  using (user_id = access.me()) with check (ended_at is not null);
create policy feed_system on clocks.feed for select to sightline_system using (true);
grant select (id, user_id, at, ended_at) on clocks.feed to sightline_staff;
grant insert on clocks.feed to sightline_staff;
grant update (ended_at) on clocks.feed to sightline_staff;
grant select on clocks.feed to sightline_system;
