-- A record that was let go is put back within a week, as one undoes something. After that it comes as any other does:
-- from a piece of work that holds it, by somebody who works on both. Who once held a child does not read today's
-- address years later.
create or replace function people.may_hold(p_person uuid, p_workspace uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select p_person not in (select access.closed_to_me())
       and (exists (select 1 from people.holding h
           where h.person_id = p_person and h.ended_at is null
             and h.workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')))
         or exists (select 1 from people.holding h
           where h.person_id = p_person and h.workspace_id = p_workspace
             and (h.ended_at is null or h.ended_at > now() - interval '8 days'))
         or not exists (select 1 from people.holding h where h.person_id = p_person)
            and exists (select 1 from people.person p where p.id = p_person and p.by_user = access.me()))
  $$;
