-- What is agreed in an exercise for practice waits for nobody and is never overdue.
alter table plans.agreed_action add is_practice boolean not null default false;
grant select (is_practice) on plans.agreed_action to sightline_system;
