-- Marks are counted by the application's own role: whatever SQL gets into the staff site cannot count a round
-- again and again as its sessions close, and take one group from the next (ST-04, DB-04).
revoke execute on function engagement.mark_counts(uuid, text) from sightline_staff;
