-- Which of the flags that everybody calls the same stand in what is shared (E44): whoever receives it counts and
-- looks by these, and not by the sender's own codes.
alter table sharing.share_version
  add column flags text[] not null default '{}',
  add constraint share_version_flags_ck check (flags <@ array['SAFEGUARDING', 'VULNERABILITY', 'YOUTH']);
