-- Whose edit it is was asked by going through all edits of the author for each row: on a map that somebody has
-- drawn for a year, and with a file of thousands, that is what adding takes. Asked of the one edit, it is one
-- look into the key.
alter policy said_add on network.said
  with check (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and exists (select 1 from network.edit e
      where e.workspace_id = said.workspace_id and e.id = said.edit_id and e.by_user = access.me()));
