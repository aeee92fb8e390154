-- A pack that is a workspace is given away there and nowhere else: its results are not another's to show.
create function access.refuse_anothers_pack() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  begin
    if new.pack_id <> new.workspace_id
        and exists (select 1 from access.workspace w where w.id = new.pack_id) then
      raise exception 'not theirs to show' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger guest_pass_own_pack before insert on access.guest_pass
  for each row execute function access.refuse_anothers_pack();
revoke all on function access.refuse_anothers_pack from public;
