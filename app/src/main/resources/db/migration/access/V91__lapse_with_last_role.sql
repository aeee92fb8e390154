-- What is open to me today. An hour by break-glass belongs to somebody who works with young people: it is over
-- with the last role that says so, also when that role ended by its date and nobody ended it (AC-07, AC-09).
create or replace function access.my_workspaces() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select m.workspace_id
      from access.membership m
     where m.user_id = access.me()
       and m.from_date <= (now() at time zone 'Europe/London')::date
       and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date)
       and m.workspace_id not in (select access.blocked_from_me())
    union all
    select w.id
      from access.break_glass g
      join access.workspace w on w.id = g.workspace_id or w.parent = g.workspace_id and w.kind = 'ROUND'
     where g.user_id = access.me() and g.given_back_at is null
       and g.opened_at <= now() and g.until > now()
       and w.id not in (select access.blocked_from_me())
       and exists (
         select 1
           from access.membership m
          where m.user_id = access.me() and m.role not in ('ADMINISTRATOR', 'GOVERNANCE')
            and m.from_date <= (now() at time zone 'Europe/London')::date
            and (m.until_date is null or m.until_date >= (now() at time zone 'Europe/London')::date))
  $$;
