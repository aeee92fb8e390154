-- What I hold today, and where: for policies of rows that are for a role. With its caller's rights:
-- everybody sees their own memberships.
create function access.my_roles() returns table (workspace_id uuid, role text)
  language sql stable
  set search_path = pg_catalog
  as $$
    select m.workspace_id, m.role
      from access.membership m
     where m.user_id = access.me()
       and m.from_date <= (now() at time zone 'Europe/London')::date
       and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
  $$;
