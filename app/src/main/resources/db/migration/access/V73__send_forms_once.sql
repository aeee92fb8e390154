-- A form carries a key of its own. It is written in the transaction that carries the form out, so that the
-- same form, sent again because an answer got lost, is not carried out twice (R-02, R-03).
create table access.sent_form (
  user_id uuid not null,
  key     uuid not null,
  content bytea not null,
  at      timestamptz not null,
  answer  text,
  constraint sent_form_pk primary key (user_id, key),
  constraint sent_form_user_fk foreign key (user_id) references access.user_account (id)
);
comment on column access.sent_form.content is 'Keyed hash of where it was sent and what it held, under a key outside the database';
comment on column access.sent_form.answer is 'Where its sender was led; ids only. Empty until that is known';
create index sent_form_at_ix on access.sent_form (at);
alter table access.sent_form enable row level security;
alter table access.sent_form force row level security;
create policy sent_form_mine on access.sent_form for select to sightline_staff using (user_id = access.me());
create policy sent_form_take on access.sent_form for insert to sightline_staff with check (user_id = access.me());
create policy sent_form_system on access.sent_form to sightline_system using (true) with check (true);
grant select, insert on access.sent_form to sightline_staff;
grant select, insert, update, delete on access.sent_form to sightline_system;
