-- A record that several pieces of work hold is sealed by the one that has held it longest. Whoever was let in
-- later could otherwise take it from those who brought it (AC-10). SECURITY DEFINER because the later one does
-- not see the others' holdings; pinned in CatalogueTest (DB-05).
create function people.is_brought_in_by(p_person uuid, p_workspace uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select p_workspace in (select access.my_workspaces())
       and p_workspace = (
         select h.workspace_id
           from people.holding h
          where h.person_id = p_person and h.ended_at is null
          order by h.at, h.workspace_id limit 1)
  $$;

create function people.refuse_anothers_seal() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  begin
    if exists (select 1 from people.holding h where h.person_id = new.record_id and h.ended_at is null)
        and not people.is_brought_in_by(new.record_id, new.workspace_id) then
      raise exception 'not theirs to seal' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
revoke all on function people.is_brought_in_by, people.refuse_anothers_seal from public;
grant execute on function people.is_brought_in_by to sightline_staff;
create trigger sealed_where_brought_in before insert on access.sealed_record
  for each row execute function people.refuse_anothers_seal();
