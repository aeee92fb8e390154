-- What a piece of work is for can be the pack of a meeting (AC-19): a guest reads it, and nothing else of the
-- piece of work. The pack has the id of its piece of work.
create policy stated_purpose_guest on access.stated_purpose for select to sightline_staff
  using (workspace_id in (select access.my_packs()));

