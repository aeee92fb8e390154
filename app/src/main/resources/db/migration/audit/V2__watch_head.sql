-- A head that is gone, or changed while there are no entries, is found too (AU-03).
create or replace function audit.first_bad() returns bigint
  language sql stable
  set search_path = pg_catalog
  as $$
    with checked as (
      select e.seq,
             e.seq <> coalesce(lag(e.seq) over w, 0) + 1
               or e.prev_hash <> coalesce(lag(e.hash) over w, sha256('sightline'::bytea))
               or e.hash <> sha256(e.prev_hash || audit.canonical(e.seq::text,
                    extract(epoch from e.at)::text, e.user_id::text, e.act, e.workspace::text,
                    e.object::text, e.detail, e.outcome, e.request::text)) as bad
        from audit.entry e
      window w as (order by e.seq)
    ), last as (
      select coalesce(max(seq), 0) as seq,
             coalesce((array_agg(hash order by seq desc))[1], sha256('sightline'::bytea)) as hash
        from audit.entry
    )
    select least(
      (select min(seq) from checked where bad),
      (select last.seq + 1 from last
        where not exists (select 1 from audit.head h where h.seq = last.seq and h.hash = last.hash)))
  $$;

create trigger head_stays before delete or truncate on audit.head
  for each statement execute function audit.refuse_change();
