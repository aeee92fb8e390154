-- Whoever is kept away from a concern, or not named by its seal, does not find it; steps follow it
-- (AC-06, AC-10). The clock's own role still moves it on.
create policy concern_need_to_know on concerns.concern as restrictive for select to sightline_staff
  using (id not in (select access.closed_to_me()));
