-- A protected address is replaced by a protected one. Only what a second person agreed to takes the protection
-- off, for that version of the address and no other (AC-12, EX-08); whoever writes an address in another way
-- than the pages do is refused here.
create function people.refuse_bare_address() returns trigger
  language plpgsql
  set search_path = pg_catalog
  as $$
  declare
    before people.address;
  begin
    select * into before
      from people.address a
     where a.person_id = new.person_id
     order by a.version desc limit 1;
    if before.protected and not new.protected
        and not access.two_agreed('people.protection-off', new.person_id, before.version) then
      raise exception 'a protected address stays protected' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
revoke all on function people.refuse_bare_address from public;
create trigger address_stays_protected before insert on people.address
  for each row execute function people.refuse_bare_address();
