-- The chair asks guests to meetings about casework.
drop policy guest_pass_give on access.guest_pass;
create policy guest_pass_give on access.guest_pass for insert to sightline_staff
  with check (given_by = access.me() and ended_at is null
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'CHAIR'))
    and pack_id not in (select access.closed_to_me()));
drop policy guest_pass_end on access.guest_pass;
create policy guest_pass_end on access.guest_pass for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'CHAIR')))
  with check (ended_at is not null);
