-- "Who saw this, when" over a million entries, what somebody did, and what happened in the last hour.
create index entry_object_seq_ix on audit.entry (object, seq desc) where object is not null;
drop index audit.entry_object_ix;
create index entry_user_seq_ix on audit.entry (user_id, seq desc);
create index entry_act_seq_ix on audit.entry (act, seq desc);
create index entry_at_ix on audit.entry (at);

-- Like first_bad, but only for the entries after one number and up to another: the chain is watched
-- in pieces while it grows (AU-08).
create function audit.first_bad_between(p_after bigint, p_to bigint) returns bigint
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
       where (p_after = 0 or e.seq >= p_after) and e.seq <= p_to
      window w as (order by e.seq)
    ), last as (
      select coalesce(max(seq), p_after) as seq from checked
    )
    select least(
      (select min(seq) from checked where bad and (p_after = 0 or seq > p_after)),
      (select p_after where p_after > 0 and not exists (select 1 from checked where seq = p_after)),
      (select last.seq + 1 from last where last.seq < p_to))
  $$;

-- Whether the chain ends where its head says.
create function audit.ends_well() returns boolean
  language sql stable
  set search_path = pg_catalog
  as $$
    select exists (
      select 1
        from audit.head h
       where h.hash = case when h.seq = 0 then sha256('sightline'::bytea)
                           else (select e.hash from audit.entry e where e.seq = h.seq) end
         and not exists (select 1 from audit.entry e where e.seq > h.seq))
  $$;
