-- What is about more than fifty people leaves once a second person has agreed to this very version (AC-12).
-- Passing on a risk of harm asks for nothing.
alter table sharing.share_version add column people int;
alter table sharing.share_version add constraint share_version_people_ck check (people between 0 and 99999);
comment on column sharing.share_version.people is 'How many people it is about';

drop policy share_step_add on sharing.share_step;
create policy share_step_add on sharing.share_step for insert to sightline_staff
  with check (by_user = access.me()
    and share_id in (
      select id
        from sharing.share s
       where s.workspace_id = share_step.workspace_id and (s.by_user = access.me() or s.workspace_id in (
         select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR'))))
    and (kind <> 'SENT'
      or not exists (
        select 1
          from sharing.share_version v
         where v.share_id = share_step.share_id and v.version = share_step.version and v.people > 50)
      or access.two_agreed('sharing.many-people', share_id, version)));
