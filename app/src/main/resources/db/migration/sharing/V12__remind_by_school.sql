-- The clock tells the governance officers of the schools that are parties; it reads ids and no names.
create policy agreement_party_system on sharing.agreement_party for select to sightline_system using (true);
create policy organisation_system on sharing.organisation for select to sightline_system using (true);
grant select (version_id, organisation_id) on sharing.agreement_party to sightline_system;
grant select (id, school_id) on sharing.organisation to sightline_system;
grant select (id) on sharing.agreement_version to sightline_system;
