-- The plan for two lessons says when the second is. Slips count from the first, in which maps are marked.
alter table engagement.session add column second_on date;
alter table engagement.session
  add constraint session_second_on_ck check (second_on is null or second_on >= held_on);
comment on column engagement.session.second_on is 'The day of the second lesson, where there are two';
