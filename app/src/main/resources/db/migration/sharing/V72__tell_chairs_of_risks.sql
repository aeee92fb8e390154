-- A team has no safeguarding lead: what somebody there wrote down of a risk of harm was read by nobody else. The
-- chairs of the team and of the piece of work it came up in read it, as the lead and the deputy do at a school.
drop policy share_read on sharing.share;
create policy share_read on sharing.share for select to sightline_staff
  using (by_user = access.me()
    or kind <> 'RISK_OF_HARM' and workspace_id in (
      select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR'))
    or kind = 'RISK_OF_HARM' and not about_staff and (
      school_id in (select access.my_workspaces_as('SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'CHAIR'))
      or workspace_id in (select access.my_workspaces_as('CHAIR')))
    or school_id in (select access.my_workspaces_as('GOVERNANCE')));
drop policy share_words_read on sharing.share_words;
create policy share_words_read on sharing.share_words for select to sightline_staff
  using (by_user = access.me() or exists (
    select 1
      from sharing.share s
     where s.id = share_words.share_id
       and (s.by_user = access.me() or case s.kind
         when 'RISK_OF_HARM' then not s.about_staff and (
           s.school_id in (select access.my_workspaces_as('SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'CHAIR'))
           or s.workspace_id in (select access.my_workspaces_as('CHAIR')))
         else s.workspace_id in (
           select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR')) end)));
