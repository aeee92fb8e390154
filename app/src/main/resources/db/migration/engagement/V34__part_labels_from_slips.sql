-- A label and its slip are joined by nothing that outlives the session. Until now both stood side by
-- side in the open form, from which the closed form of a counted map can be worked out: who had the
-- log or a backup of then could have led from a label to a map. Now both tables hold a slip as an HMAC
-- under the session's key, and a sheet's open form is sealed under the same key until the session
-- closes and the key is destroyed (ST-02, T10).
alter table engagement.printed_sheet add column sealed_slip bytea;

comment on column engagement.printed_sheet.slip is 'HMAC of the slip''s open form under the session key; null for a sheet that was labelled by hand and has no slip';
comment on column engagement.printed_sheet.sealed_slip is 'Sealed under the session key: the label and the open form of the slip''s hash';
comment on column student.paper_slip.slip is 'HMAC of the slip''s open form under the session key';

alter table engagement.printed_sheet alter column sealed_slip set statistics 0;
