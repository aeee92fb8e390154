-- A number is taken back by who works in a piece of work that holds the record today: one that let go of it
-- long ago still counted.
drop policy identifier_end on people.identifier;
create policy identifier_end on people.identifier for update to sightline_staff
  using (person_id in (select people.open_to_me())
    and person_id in (select h.person_id from people.holding h
      where h.ended_at is null
        and h.workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))))
  with check (ended_by = access.me());
