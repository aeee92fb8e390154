-- Whoever has no role left at a school or in a team has none in its rounds and pieces of work either (AC-07):
-- who opened one as its lead stayed its chair when they were no lead any more. A colleague from elsewhere,
-- who never had a role there, stays until its chair ends it.
create function access.end_with_last_role() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  begin
    if exists (select 1 from access.workspace w where w.id = new.workspace_id and w.kind in ('SCHOOL', 'TEAM'))
        and not exists (
          select 1
            from access.membership m
           where m.user_id = new.user_id and m.workspace_id = new.workspace_id
             and (m.until_date is null or m.until_date > new.until_date)) then
      update access.membership m
         set until_date = greatest(m.from_date - 1, new.until_date)
       where m.user_id = new.user_id
         and m.workspace_id in (select w.id from access.workspace w where w.parent = new.workspace_id)
         and (m.until_date is null or m.until_date > new.until_date);
    end if;
    return null;
  end $$;
revoke all on function access.end_with_last_role from public;
create trigger membership_ends_with_last after update of until_date on access.membership
  for each row when (new.until_date is not null and new.until_date is distinct from old.until_date)
  execute function access.end_with_last_role();
