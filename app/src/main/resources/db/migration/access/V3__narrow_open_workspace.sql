-- "null not in (…)" is not true: without a parent the first check let anybody through who was signed in.
-- Now only a round is opened, inside a school that is mine, and nobody but the staff site may ask.
create or replace function access.open_workspace(new_id uuid, new_kind text, in_parent uuid, on_date date)
  returns void
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  begin
    if access.me() is null or new_kind is distinct from 'ROUND' or not exists (
        select 1
          from access.workspace w
         where w.id = in_parent and w.kind = 'SCHOOL'
           and w.id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD'))) then
      raise exception 'not yours' using errcode = 'insufficient_privilege';
    end if;
    insert into access.workspace (id, kind, parent, opened_on)
    values (new_id, new_kind, in_parent, on_date);
    insert into access.membership (id, workspace_id, user_id, role, from_date)
    values (gen_random_uuid(), new_id, access.me(), 'ROUND_OWNER', on_date);
  end $$;

revoke all on function access.open_workspace, access.my_workspaces, access.my_workspaces_as from public;
grant execute on function access.open_workspace to sightline_staff;
grant execute on function access.my_workspaces, access.my_workspaces_as to sightline_staff, sightline_system;
