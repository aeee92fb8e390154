-- Kept away from a team or a school means from its work too, also where a signpost would lead.
create or replace function access.never_signposted(p_user uuid) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select s.record_id from access.sealed_record s where s.opened_on is null
    union all
    select b.record_id
      from access.conflict_block b
     where b.user_id = p_user and b.record_id is not null and b.lifted_on is null
    union all
    select w.id
      from access.conflict_block b
      join access.workspace w on b.workspace_id in (w.id, w.parent)
     where b.user_id = p_user and b.record_id is null and b.lifted_on is null
  $$;
