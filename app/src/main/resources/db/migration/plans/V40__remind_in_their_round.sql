-- A reminder goes to the owner of the round the letter belongs to, and leads there.
grant select (workspace_id) on plans.council_letter to sightline_system;
