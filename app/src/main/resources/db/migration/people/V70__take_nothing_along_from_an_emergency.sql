-- A record comes into a piece of work from another in which I work. What is open to me for an hour by
-- break-glass is read there and stays there (AC-09).
create or replace function people.may_hold(p_person uuid, p_workspace uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select p_person not in (select access.closed_to_me())
       and (exists (select 1 from people.holding h
           where h.person_id = p_person and h.ended_at is null
             and h.workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')))
         or exists (select 1 from people.holding h
           where h.person_id = p_person and h.workspace_id = p_workspace)
         or not exists (select 1 from people.holding h where h.person_id = p_person)
            and exists (select 1 from people.person p where p.id = p_person and p.by_user = access.me()))
  $$;
