-- That an agreement ended is taken back within a day, as one undoes something. It stands as it did before: no
-- new version comes into force by it, so it takes no second person.
alter table sharing.agreement_step
  drop constraint agreement_step_kind_ck,
  add constraint agreement_step_kind_ck check (
    case kind
      when 'ACTIVATED' then reason is null
      when 'SUSPENDED' then reason is not null
      when 'ENDED' then reason is not null
      when 'RETURNED' then reason is null
      else false
    end);

create function sharing.refuse_late_return() returns trigger
  language plpgsql
  set search_path = pg_catalog
  as $$
  declare
    latest sharing.agreement_step;
  begin
    select * into latest
      from sharing.agreement_step s
     where s.agreement_id = new.agreement_id
     order by s.at desc limit 1;
    if latest.kind is distinct from 'ENDED' or latest.version <> new.version
        or latest.at < now() - interval '24 hours' then
      raise exception 'nothing to take back' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
revoke all on function sharing.refuse_late_return from public;
create trigger agreement_step_returned before insert on sharing.agreement_step
  for each row when (new.kind = 'RETURNED') execute function sharing.refuse_late_return();
