-- A notice about a record that is sealed to others, or that its reader is kept away from, would say that there
-- is one.
drop policy waiting_mine on documents.waiting;
create policy waiting_mine on documents.waiting for select to sightline_staff
  using ((to_user = access.me()
      or (workspace_id, to_role) in (select r.workspace_id, r.role from access.my_roles() r))
    and about not in (select access.closed_to_me()));
