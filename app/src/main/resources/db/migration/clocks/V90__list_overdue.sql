-- What is overdue is listed by the number of its piece of work and its day: the application's own role reads those
-- and nothing sealed.
create policy due_date_system on clocks.due_date for select to sightline_system using (true);
create policy said_of_date_system on clocks.said_of_date for select to sightline_system using (true);
create policy stopped_system on clocks.stopped for select to sightline_system using (true);
grant select (workspace_id, slot, version, due_on) on clocks.due_date to sightline_system;
grant select (workspace_id, slot, number, kind) on clocks.said_of_date to sightline_system;
grant select (workspace_id, number, stopped_on) on clocks.stopped to sightline_system;
