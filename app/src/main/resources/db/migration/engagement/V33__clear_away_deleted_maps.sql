-- What a deleted map leaves behind (docs/decisions/0008-what-a-deletion-leaves.md).

-- The application's own clock clears deleted rows out of the pages of these tables: MAINTAIN is the
-- right to vacuum, and to nothing that reads or changes a row.
grant maintain on engagement.map, engagement.mark, engagement.slip_salt,
  engagement.withdrawal_ledger, engagement.withdrawn_cohort, engagement.withdrawal_day,
  engagement.printed_sheet, engagement.keyed_sheet,
  student.sheet, student.picture, student.staged, student.paper_slip
  to sightline_system;

-- The planner's statistics are samples of real values, and outlive the rows they are from: none is
-- taken of what could point at one map or one sheet.
alter table engagement.map alter column id set statistics 0, alter column slip_hash set statistics 0;
alter table engagement.mark alter column map_id set statistics 0;
alter table engagement.slip_salt alter column salt set statistics 0;
alter table engagement.withdrawal_ledger alter column slip_hash set statistics 0;
alter table engagement.printed_sheet
  alter column label set statistics 0, alter column slip set statistics 0;
alter table engagement.keyed_sheet
  alter column label set statistics 0, alter column content set statistics 0;
alter table student.staged
  alter column id set statistics 0, alter column slip set statistics 0,
  alter column seat set statistics 0, alter column content set statistics 0;
alter table student.paper_slip alter column slip set statistics 0;

-- Every row carries the number of the transaction that wrote it, and those numbers are a clock:
-- audit entries carry one beside a time. Used slips and counts of what has gone are written anew,
-- all of them in one transaction and in random order, so that no row says when it came. Nobody who
-- types a slip meanwhile is told anything else.
create function engagement.mix_withdrawals() returns int
  language plpgsql volatile security definer
  set search_path = pg_catalog
  as $$
  declare
    mixed int;
  begin
    with gone as (delete from engagement.withdrawn_cohort returning workspace_id, cohort, gone)
    insert into engagement.withdrawn_cohort (workspace_id, cohort, gone)
    select g.workspace_id, g.cohort, g.gone from gone g order by random();
    with gone as (delete from engagement.withdrawal_ledger returning session_id, slip_hash)
    insert into engagement.withdrawal_ledger (session_id, slip_hash)
    select g.session_id, g.slip_hash from gone g order by random();
    get diagnostics mixed = row_count;
    return mixed;
  end $$;

revoke all on function engagement.mix_withdrawals() from public;
grant execute on function engagement.mix_withdrawals() to sightline_system;
