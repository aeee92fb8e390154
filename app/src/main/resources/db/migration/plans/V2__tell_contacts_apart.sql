-- What a contact at the council is for. Those there are were all kept for places outside school.
alter table plans.council_contact_version add column used_for text not null default 'PLACES';
alter table plans.council_contact_version alter column used_for drop default;
alter table plans.council_contact_version add constraint council_contact_version_used_for_ck
  check (used_for in ('PLACES', 'CONCERNS', 'CONCERNS_ELSEWHERE', 'DESIGNATED_OFFICER'));

-- The clock looks up where to ask for a ring when a concern has waited too long: the address and
-- nothing else of the contact.
grant usage on schema plans to sightline_system;
create policy council_contact_version_system on plans.council_contact_version
  for select to sightline_system using (true);
grant select (id, school_id, contact_id, version, used_for, email, retired)
  on plans.council_contact_version to sightline_system;
