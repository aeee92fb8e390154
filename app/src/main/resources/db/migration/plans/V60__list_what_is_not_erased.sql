-- What answers somebody who was erased is not listed as overdue: the number of what it answers says whether
-- its key is gone.
grant select (target_id) on plans.agreed_action to sightline_system;
