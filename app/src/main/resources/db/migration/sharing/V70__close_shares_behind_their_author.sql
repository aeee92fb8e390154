-- Having written a share opens it while one works there: not to whom is kept away (AC-06), nor to whom has left
-- (AC-07). What a round shares belongs to its school too.
create policy share_need_to_know on sharing.share as restrictive for select to sightline_staff
  using (workspace_id not in (select access.closed_workspaces())
    and (workspace_id in (select access.my_workspaces())
      or school_id in (select access.my_workspaces())));
create policy share_words_need_to_know on sharing.share_words as restrictive for select to sightline_staff
  using (share_id in (select s.id from sharing.share s));
