-- It runs as a trigger with its owner's rights; nobody else is to call it (DB-05).
revoke all on function concerns.name_barred() from public;
