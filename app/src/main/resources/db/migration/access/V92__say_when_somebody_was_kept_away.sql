-- To the minute: what was read before somebody said that they know whom it is about is no attempt (AU-08).
alter table access.conflict_block add column declared_at timestamptz not null default now();
comment on column access.conflict_block.declared_at is 'From when on reading it is looked into';

-- The clock compares who was kept away from what with what they opened since; it reads no reason.
create policy conflict_block_system on access.conflict_block for select to sightline_system using (true);
grant select (user_id, workspace_id, record_id, declared_by, declared_at, lifted_on)
  on access.conflict_block to sightline_system;
