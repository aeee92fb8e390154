-- That a reply to a letter is due is said once by mail. The clock reads days and nothing sealed.
create table plans.reply_reminder (
  letter_id   uuid primary key,
  reminded_on date not null,
  constraint reply_reminder_letter_fk foreign key (letter_id) references plans.council_letter (id)
);

alter table plans.reply_reminder enable row level security;
alter table plans.reply_reminder force row level security;

create policy reply_reminder_system_read on plans.reply_reminder for select to sightline_system using (true);
create policy reply_reminder_system_add on plans.reply_reminder for insert to sightline_system with check (true);
create policy council_letter_system on plans.council_letter for select to sightline_system using (true);
create policy council_reply_system on plans.council_reply for select to sightline_system using (true);
grant select, insert on plans.reply_reminder to sightline_system;
grant select (id, reply_by) on plans.council_letter to sightline_system;
grant select (letter_id) on plans.council_reply to sightline_system;
