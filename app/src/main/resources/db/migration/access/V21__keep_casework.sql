-- The chair looks after casework as an owner looks after a round.
create or replace function access.kept_by_me() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select w.id
      from access.workspace w
     where w.id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'GOVERNANCE', 'CHAIR'))
        or w.parent in (select access.my_workspaces_as('SAFEGUARDING_LEAD', 'HEAD', 'GOVERNANCE'))
           and w.id not in (select access.blocked_from_me())
  $$;

drop policy sealed_record_seal on access.sealed_record;
create policy sealed_record_seal on access.sealed_record for insert to sightline_staff
  with check (sealed_by = access.me() and opened_on is null
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'CHAIR'))
    and record_id not in (select access.closed_to_me()));

-- What no signpost may lead this person to: every sealed record, and the records and workspaces they are kept
-- away from. For the application's own role, which acts as nobody.
create function access.never_signposted(p_user uuid) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select s.record_id from access.sealed_record s where s.opened_on is null
    union all
    select coalesce(b.record_id, b.workspace_id)
      from access.conflict_block b
     where b.user_id = p_user and b.lifted_on is null
  $$;
revoke all on function access.never_signposted from public;
grant execute on function access.never_signposted to sightline_system;
