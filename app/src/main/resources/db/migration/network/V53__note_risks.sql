-- A cell of the matrix for what somebody, a group or a place poses to others, or others to them (B04).
alter table network.cell_note drop constraint cell_note_cell_ck;
alter table network.cell_note add constraint cell_note_cell_ck check (cell in
  ('CONCERNS', 'CONTEXTS', 'LINKED', 'CONTACTS', 'STRENGTHS', 'HELD', 'SERVICES', 'KNOWN_BY', 'RISKS'));
