-- What the student site may do, each in one function that runs as the owner (pinned, DB-05).

-- Where the session behind a class code is in its life; no row when there is none.
create function student.class_state(p_class bytea) returns text
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select case when s.closed_on is not null then 'CLOSED'
                when s.started_on is not null then 'OPEN'
                else 'PLANNED' end
      from engagement.session s
     where s.class_code_index = p_class
  $$;

-- Puts a map into staging: STAGED, HAVE (this seat or slip has sent one: the first stays), FULL or
-- CLOSED. The lock on the sheet lets a closing wait for maps on their way, and keeps later ones out.
create function student.stage(p_class bytea, p_id uuid, p_slip bytea, p_seat bytea, p_content bytea,
    p_most int) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  declare
    v_session uuid;
  begin
    select s.session_id into v_session from student.sheet s where s.class_index = p_class for share;
    if v_session is null then
      return 'CLOSED';
    end if;
    if exists (select 1 from student.staged g
                where g.session_id = v_session and (g.slip = p_slip or g.seat = p_seat)) then
      return 'HAVE';
    end if;
    if (select count(*) from student.staged g where g.session_id = v_session) >= p_most then
      return 'FULL';
    end if;
    insert into student.staged (id, session_id, slip, seat, content)
    values (p_id, v_session, p_slip, p_seat, p_content)
    on conflict do nothing;
    return case when found then 'STAGED' else 'HAVE' end;
  end $$;

-- The sealed map of a seat, or of a slip, in an open session: one row or none. Content is null when
-- it was taken out.
create function student.staged_by(p_class bytea, p_slip bytea, p_seat bytea)
  returns table (found boolean, content bytea)
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select true, g.content
      from student.staged g
      join student.sheet s on s.session_id = g.session_id
     where s.class_index = p_class and (g.seat = p_seat or g.slip = p_slip)
     order by g.seat = p_seat desc
     limit 1
  $$;

-- What a session tag leads to. A tag is no secret; neither is anything here.
create function student.slip_window(p_tag text)
  returns table (session_id uuid, salt bytea, last_day date, state text)
  language sql stable security definer
  set search_path = pg_catalog
  as $$
    select s.id, t.salt, s.last_day,
           case when s.closed_on is not null then 'CLOSED'
                when s.started_on is not null then 'OPEN'
                else 'PLANNED' end
      from engagement.session s
      left join engagement.slip_salt t on t.session_id = s.id
     where s.tag = p_tag
  $$;

create function student.count_withdrawal(p_session uuid, p_hash text, p_day date) returns void
  language sql volatile security definer
  set search_path = pg_catalog
  as $$
    insert into engagement.withdrawal_ledger (session_id, slip_hash) values (p_session, p_hash)
      on conflict do nothing;
    insert into engagement.withdrawal_day as d (day, withdrawn) values (p_day, 1)
      on conflict (day) do update set withdrawn = d.withdrawn + 1;
  $$;

-- Takes a map out while its session is open: GONE, USED, WRONG, or CLOSED when it has just closed.
create function student.withdraw_staged(p_session uuid, p_slip bytea, p_paper text, p_hash text,
    p_day date) returns text
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

-- Takes a map out after its session has closed: GONE, USED or WRONG.
create function student.withdraw(p_session uuid, p_hash text, p_day date) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  declare
    v_workspace uuid;
    v_cohort int;
  begin
    delete from engagement.map m
     where m.session_id = p_session and m.slip_hash = p_hash
    returning m.workspace_id, m.cohort into v_workspace, v_cohort;
    if found then
      if v_cohort is not null then
        insert into engagement.withdrawn_cohort as w (workspace_id, cohort, gone)
        values (v_workspace, v_cohort, 1)
        on conflict (workspace_id, cohort) do update set gone = w.gone + 1;
      end if;
      perform student.count_withdrawal(p_session, p_hash, p_day);
      return 'GONE';
    end if;
    return case when exists (select 1 from engagement.withdrawal_ledger l
                              where l.session_id = p_session and l.slip_hash = p_hash)
                then 'USED' else 'WRONG' end;
  end $$;

revoke all on function student.class_state(bytea),
  student.stage(bytea, uuid, bytea, bytea, bytea, int), student.staged_by(bytea, bytea, bytea),
  student.slip_window(text), student.count_withdrawal(uuid, text, date),
  student.withdraw_staged(uuid, bytea, text, text, date), student.withdraw(uuid, text, date)
  from public;
grant execute on function student.class_state(bytea),
  student.stage(bytea, uuid, bytea, bytea, bytea, int), student.staged_by(bytea, bytea, bytea)
  to sightline_student;
grant execute on function student.slip_window(text),
  student.withdraw_staged(uuid, bytea, text, text, date), student.withdraw(uuid, text, date)
  to sightline_student, sightline_staff;
