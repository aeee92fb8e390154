-- Teams are made by an administrator or a governance reader, and their roles are given as at a school: by
-- those who hold them, and chairs give what casework needs. While a team has never had a chair or a
-- governance reader, whoever made it names the first.
create or replace function access.may_grant(p_workspace uuid, p_user uuid, p_role text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    with place as (
      select w.id, w.kind, w.parent from access.workspace w where w.id = p_workspace
    ), held as (
      select m.role
        from access.membership m
       where m.workspace_id = p_workspace and m.user_id = access.me()
         and m.from_date <= (now() at time zone 'Europe/London')::date
         and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
         and m.workspace_id not in (select access.blocked_from_me())
    )
    select access.me() is not null and p_user <> access.me() and exists (
      select 1
        from place
       where kind = 'SCHOOL'
         and (p_role in (select role from held)
           or p_role = 'DEPUTY_LEAD' and 'SAFEGUARDING_LEAD' in (select role from held)
           or p_role in ('ROUND_OWNER', 'FACILITATOR') and exists (
                select 1 from held where role in ('HEAD', 'SAFEGUARDING_LEAD'))
           or p_role = 'FACILITATOR' and 'ROUND_OWNER' in (select role from held)
           or p_role in ('HEAD', 'SAFEGUARDING_LEAD', 'GOVERNANCE')
              and 'ADMINISTRATOR' in (select role from held)
              and not exists (
                select 1 from access.membership m where m.workspace_id = p_workspace and m.role = p_role))
      union all
      select 1
        from place
       where kind = 'TEAM' and p_role in ('CHAIR', 'PRACTITIONER', 'ANALYST', 'GOVERNANCE', 'ADMINISTRATOR')
         and (p_role in (select role from held)
           or p_role in ('PRACTITIONER', 'ANALYST') and 'CHAIR' in (select role from held)
           or (p_role = 'CHAIR' and exists (select 1 from held where role in ('ADMINISTRATOR', 'GOVERNANCE'))
                or p_role = 'GOVERNANCE' and 'ADMINISTRATOR' in (select role from held))
              and not exists (
                select 1 from access.membership m where m.workspace_id = p_workspace and m.role = p_role))
      union all
      select 1
        from place
       where kind = 'ROUND' and 'ROUND_OWNER' in (select role from held)
         and (p_role in ('ROUND_OWNER', 'FACILITATOR') or exists (
           select 1
             from access.membership m
            where m.workspace_id = place.parent and m.user_id = p_user and m.role = p_role
              and m.from_date <= (now() at time zone 'Europe/London')::date
              and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)))
    )
  $$;
