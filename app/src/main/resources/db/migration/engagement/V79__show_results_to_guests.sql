-- The results of a round can be the pack of a meeting: a guest with a pass to it reads what everybody in
-- the round reads of them, and nothing else of the round (AC-19). The pack has the id of its round.
create policy publication_guest on engagement.publication for select to sightline_staff
  using (workspace_id in (select access.my_packs()));
