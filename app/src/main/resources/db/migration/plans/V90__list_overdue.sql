-- What is overdue is listed by its number and its day: the application's own role reads those and nothing
-- sealed.
create policy action_version_system on plans.action_version for select to sightline_system using (true);
grant select (action_id, version, step, due_on, done_on, review_on) on plans.action_version to sightline_system;
