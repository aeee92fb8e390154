-- That a copy of a concern was taken is for whoever took it: a line in the list of those who look after the
-- school would say that there is a concern, perhaps about them (product.md, rule 4).
drop policy copy_read on documents.copy;
create policy copy_read on documents.copy for select to sightline_staff
  using (by_user = access.me()
    or kind not like 'concerns.%'
      and workspace_id in (select access.kept_by_me()) and object_id not in (select access.closed_to_me()));

drop policy pick_up_read on documents.pick_up;
create policy pick_up_read on documents.pick_up for select to sightline_staff
  using ((receiver = access.me() or by_user = access.me()
      or kind not like 'concerns.%' and workspace_id in (select access.kept_by_me()))
    and object_id not in (select access.closed_to_me()));
