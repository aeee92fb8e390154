-- Whoever comes back to a part of a session goes on where it stood; and what was pressed earlier but arrives
-- later, because there was no connection, changes nothing any more (A49, A52, A23).
alter table engagement.run add column elapsed_before jsonb not null default '{}';
alter table engagement.run add column pressed_at timestamptz;
alter table engagement.run add constraint run_elapsed_before_ck check (jsonb_typeof(elapsed_before) = 'object');
