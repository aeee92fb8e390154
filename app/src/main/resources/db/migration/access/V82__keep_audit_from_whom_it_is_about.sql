-- What the audit keeps from whoever reads it: the workspaces and records they are kept away from, and that
-- others keep them away, also when that is over. For the application's own role.
create function access.kept_from(p_user uuid) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select w.id
      from access.conflict_block b
      join access.workspace w on b.workspace_id in (w.id, w.parent)
     where b.user_id = p_user and b.record_id is null and b.lifted_on is null
    union all
    select b.record_id
      from access.conflict_block b
     where b.user_id = p_user and b.record_id is not null and b.lifted_on is null
    union all
    select b.id
      from access.conflict_block b
     where b.user_id = p_user and b.declared_by <> p_user
  $$;
revoke all on function access.kept_from from public;
grant execute on function access.kept_from to sightline_system;
