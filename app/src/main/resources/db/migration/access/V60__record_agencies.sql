-- Which agency somebody works for, said by whoever adds them. Empty means that nobody recorded it.
alter table access.user_account add column agency uuid;
comment on column access.user_account.agency is 'Which organisation of the register they work for';
grant select (agency) on access.user_account to sightline_staff;

-- On what ground somebody does something in a workspace: what lets them in there, of whatever kind, and in
-- which role; else all that they are anywhere. The audit writes it down with the act (AU-01).
create function access.grounds(p_user uuid, p_workspace uuid, p_object uuid, p_role text)
  returns table (agency uuid, role text, grant_kind text, grant_id uuid)
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    with today as (
      select (now() at time zone 'Europe/London')::date as day
    ), mine as (
      select m.id, m.workspace_id, m.role, m.from_date
        from access.membership m, today
       where m.user_id = p_user and m.from_date <= today.day
         and (m.until_date is null or m.until_date >= today.day)
    ), place as (
      select w.id, w.parent from access.workspace w where w.id = p_workspace
    ), ways as (
      select 'MEMBERSHIP' as kind, m.id, m.role,
             array[(m.workspace_id <> place.id)::int, (m.role is distinct from p_role)::int, 0] as after,
             m.from_date::timestamptz as since
        from mine m
        join place on m.workspace_id in (place.id, place.parent)
      union all
      select 'BREAK_GLASS', g.id, null, array[1, 0, -1], g.opened_at
        from access.break_glass g
        join place on g.workspace_id in (place.id, place.parent)
       where g.user_id = p_user and g.given_back_at is null and g.opened_at <= now() and g.until > now()
      union all
      select 'PASS', p.id, null, array[2, 0, 0], p.from_at
        from access.guest_pass p
       where p.user_id = p_user and p.ended_at is null and p.from_at <= now() and p.until > now()
         and (p.pack_id in (p_object, p_workspace) or p.workspace_id = p_workspace)
    ), way as (
      select w.kind, w.id, w.role from ways w order by w.after, w.since, w.role limit 1
    )
    select (select u.agency from access.user_account u where u.id = p_user),
           case when way.kind = 'MEMBERSHIP' then way.role
                else (select string_agg(distinct m.role, ' ' order by m.role) from mine m) end,
           way.kind, way.id
      from (values (true)) as one
      left join way on true
     where p_user = access.me() or session_user = 'sightline_system'
  $$;
revoke all on function access.grounds from public;
grant execute on function access.grounds to sightline_staff, sightline_system;
