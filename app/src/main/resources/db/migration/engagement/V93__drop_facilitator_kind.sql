-- Whoever has an account leads as a member of staff. A trained student has none: the first name is an answer of
-- the set-up, sealed like every other (A13).
alter table engagement.session_facilitator drop column kind;
