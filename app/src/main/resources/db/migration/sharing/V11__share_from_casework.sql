-- The chair of a piece of work about people shares from it, as an owner does from a round.
drop policy share_read on sharing.share;
create policy share_read on sharing.share for select to sightline_staff
  using (by_user = access.me()
    or kind <> 'RISK_OF_HARM' and workspace_id in (
      select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR'))
    or kind = 'RISK_OF_HARM' and not about_staff and school_id in (
      select access.my_workspaces_as('SAFEGUARDING_LEAD', 'DEPUTY_LEAD'))
    or school_id in (select access.my_workspaces_as('GOVERNANCE')));
drop policy share_add on sharing.share;
create policy share_add on sharing.share for insert to sightline_staff
  with check (by_user = access.me() and case kind
    when 'SHARE' then workspace_id in (
      select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR'))
    else workspace_id in (select access.my_workspaces()) end);
drop policy share_words_read on sharing.share_words;
create policy share_words_read on sharing.share_words for select to sightline_staff
  using (by_user = access.me() or exists (
    select 1
      from sharing.share s
     where s.id = share_words.share_id
       and (s.by_user = access.me() or case s.kind
         when 'RISK_OF_HARM' then not s.about_staff and s.school_id in (
           select access.my_workspaces_as('SAFEGUARDING_LEAD', 'DEPUTY_LEAD'))
         else s.workspace_id in (
           select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR')) end)));

drop policy share_version_add on sharing.share_version;
create policy share_version_add on sharing.share_version for insert to sightline_staff
  with check (by_user = access.me() and share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_version.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR')))));
drop policy share_words_add on sharing.share_words;
create policy share_words_add on sharing.share_words for insert to sightline_staff
  with check (by_user = access.me() and share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_words.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR')))));
drop policy share_item_add on sharing.share_item;
create policy share_item_add on sharing.share_item for insert to sightline_staff
  with check (share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_item.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR')))));
drop policy share_recipient_add on sharing.share_recipient;
create policy share_recipient_add on sharing.share_recipient for insert to sightline_staff
  with check (share_id in (
    select id
      from sharing.share s
     where s.workspace_id = share_recipient.workspace_id and (s.by_user = access.me() or s.workspace_id in (
       select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR')))));
drop policy workspace_purpose_add on sharing.workspace_purpose;
create policy workspace_purpose_add on sharing.workspace_purpose for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (
    select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'CHAIR')));
