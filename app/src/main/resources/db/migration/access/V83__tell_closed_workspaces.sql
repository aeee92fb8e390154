-- For policies that let somebody in for another reason than a role, such as having written it.
create function access.closed_workspaces() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$ select access.blocked_from_me() $$;
revoke all on function access.closed_workspaces from public;
grant execute on function access.closed_workspaces to sightline_staff;
