-- Whether I may give this role here to this person (AC-11). Nobody gives what they lack, nor to themselves:
-- a lead gives lead and deputy, a head gives head, either gives what opens and runs rounds, an
-- administrator makes administrators. While a school has never had a head, a lead or a governance reader,
-- its administrator names the first. In a round its owner adds owners and facilitators, and those whom the
-- school itself has given their role.
create function access.may_grant(p_workspace uuid, p_user uuid, p_role text) returns boolean
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
       where kind = 'ROUND' and 'ROUND_OWNER' in (select role from held)
         and (p_role in ('ROUND_OWNER', 'FACILITATOR') or exists (
           select 1
             from access.membership m
            where m.workspace_id = place.parent and m.user_id = p_user and m.role = p_role
              and m.from_date <= (now() at time zone 'Europe/London')::date
              and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)))
    )
  $$;

revoke all on function access.may_grant from public;
grant execute on function access.may_grant to sightline_staff;

drop policy membership_grant on access.membership;
create policy membership_grant on access.membership for insert to sightline_staff
  with check (access.may_grant(workspace_id, user_id, role));

-- Who may give a role may end it. An end is a date; nothing is deleted.
drop policy membership_end on access.membership;
create policy membership_end on access.membership for update to sightline_staff
  using (access.may_grant(workspace_id, user_id, role))
  with check (access.may_grant(workspace_id, user_id, role));

-- A role given by mistake and ended the same day never held.
alter table access.membership
  drop constraint membership_dates_ck,
  add constraint membership_dates_ck check (until_date is null or until_date >= from_date - 1);
