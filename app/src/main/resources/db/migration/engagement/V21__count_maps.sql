-- The only readers of marks. SECURITY DEFINER, pinned (DB-05): counts over a whole round, for its
-- members and for the application's own clock. Fewer than four maps have no counts at all.

create function engagement.may_count(p_round uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select session_user = 'sightline_system'
        or p_round in (select access.my_workspaces_as(
             'ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD'))
  $$;

create function engagement.round_maps(p_round uuid,
    out maps int, out sessions int, out unpublished int)
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select count(*)::int, count(distinct m.session_id)::int,
           (count(*) filter (where m.cohort is null))::int
      from engagement.map m
     where m.workspace_id = p_round and engagement.may_count(p_round)
  $$;

create function engagement.mark_counts(p_round uuid, p_by text)
  returns table (part text, zone_key uuid, red int, yellow int, green int)
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select case p_by when 'YEAR' then m.year_group::text
                     when 'GENDER' then s.group_gender end as part,
           k.zone_key,
           (count(*) filter (where k.level = 'RED'))::int,
           (count(*) filter (where k.level = 'YELLOW'))::int,
           (count(*) filter (where k.level = 'GREEN'))::int
      from engagement.map m
      join engagement.session s on s.id = m.session_id
      join engagement.mark k on k.map_id = m.id
     where m.workspace_id = p_round
       and engagement.may_count(p_round)
       and (select count(*) from engagement.map x where x.workspace_id = p_round) >= 4
     group by 1, 2
     order by 1, 2
  $$;

create function engagement.assign_cohort(p_round uuid, p_number int) returns int
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  declare
    assigned int;
  begin
    if not engagement.may_count(p_round) then
      raise exception 'not yours' using errcode = 'insufficient_privilege';
    end if;
    update engagement.map set cohort = p_number where workspace_id = p_round and cohort is null;
    get diagnostics assigned = row_count;
    return assigned;
  end $$;

create function engagement.cohort_maps(p_round uuid)
  returns table (cohort int, maps int, gone int)
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select c.cohort, sum(c.maps)::int, sum(c.gone)::int
      from (select m.cohort, count(*) as maps, 0 as gone
              from engagement.map m
             where m.workspace_id = p_round and m.cohort is not null
             group by m.cohort
            union all
            select w.cohort, 0, w.gone
              from engagement.withdrawn_cohort w
             where w.workspace_id = p_round) c
     where engagement.may_count(p_round)
     group by c.cohort
     order by c.cohort
  $$;

revoke all on function engagement.may_count(uuid), engagement.round_maps(uuid),
  engagement.mark_counts(uuid, text), engagement.assign_cohort(uuid, int),
  engagement.cohort_maps(uuid) from public;
grant execute on function engagement.round_maps(uuid), engagement.mark_counts(uuid, text),
  engagement.assign_cohort(uuid, int), engagement.cohort_maps(uuid)
  to sightline_staff, sightline_system;
