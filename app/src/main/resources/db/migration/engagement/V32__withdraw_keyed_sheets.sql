-- A paper slip that is used takes what was keyed from its sheet with it, at once (A30). The lock on the
-- printed sheet waits for a keying that is being saved, and holds up a later one until it can see that
-- the slip was used.
create policy printed_sheet_owner on engagement.printed_sheet to sightline_owner
  using (true) with check (true);
create policy keyed_sheet_owner on engagement.keyed_sheet to sightline_owner
  using (true) with check (true);

create or replace function student.withdraw_staged(p_session uuid, p_slip bytea, p_paper text,
    p_hash text, p_day date) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  begin
    perform 1 from student.sheet s where s.session_id = p_session for share;
    if not found then
      return 'CLOSED';
    end if;
    update student.staged set content = null
     where session_id = p_session and slip = p_slip and content is not null;
    if not found then
      update student.paper_slip set used = true
       where session_id = p_session and slip = p_paper and not used;
    end if;
    if found then
      perform 1 from engagement.printed_sheet p where p.slip = p_paper for update;
      delete from engagement.keyed_sheet k
       using engagement.printed_sheet p
       where p.slip = p_paper and k.session_id = p.session_id and k.label = p.label;
      perform student.count_withdrawal(p_session, p_hash, p_day);
      return 'GONE';
    end if;
    if exists (select 1 from student.staged g where g.session_id = p_session and g.slip = p_slip)
        or exists (select 1 from student.paper_slip g
                    where g.session_id = p_session and g.slip = p_paper) then
      return 'USED';
    end if;
    return 'WRONG';
  end $$;
