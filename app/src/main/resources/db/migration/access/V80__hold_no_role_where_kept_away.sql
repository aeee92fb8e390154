-- What I hold today, and where: not where I am kept away.
create or replace function access.my_roles() returns table (workspace_id uuid, role text)
  language sql stable
  set search_path = pg_catalog
  as $$
    select m.workspace_id, m.role
      from access.membership m
     where m.user_id = access.me()
       and m.from_date <= (now() at time zone 'Europe/London')::date
       and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
       and m.workspace_id in (select access.my_workspaces())
  $$;
