-- After the last day of a session nobody can find a map by its slip any more (ST-08): hashes and
-- salt are destroyed and every map gets a new random id. Returns how many sessions were ended.
create function engagement.end_withdrawal_windows(p_today date) returns int
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  declare
    ended int;
  begin
    update engagement.map m set id = gen_random_uuid(), slip_hash = null
      from engagement.session s
     where s.id = m.session_id and s.last_day < p_today and m.slip_hash is not null;
    delete from engagement.slip_salt t using engagement.session s
     where s.id = t.session_id and s.last_day < p_today and s.closed_on is not null;
    get diagnostics ended = row_count;
    return ended;
  end $$;

-- Forgets used slips of sessions whose last day is before this one: the oldest backup that could
-- bring their maps back has expired (ST-07).
create function engagement.forget_used_slips(p_before date) returns int
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  declare
    forgotten int;
  begin
    delete from engagement.withdrawal_ledger l using engagement.session s
     where s.id = l.session_id and s.last_day < p_before;
    get diagnostics forgotten = row_count;
    return forgotten;
  end $$;

revoke all on function engagement.end_withdrawal_windows(date),
  engagement.forget_used_slips(date) from public;
grant execute on function engagement.end_withdrawal_windows(date),
  engagement.forget_used_slips(date) to sightline_system;

create policy withdrawal_day_system on engagement.withdrawal_day to sightline_system
  using (true) with check (true);
grant select, delete on engagement.withdrawal_day to sightline_system;
