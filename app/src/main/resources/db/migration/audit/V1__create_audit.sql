create schema audit;

grant usage on schema audit to sightline_staff, sightline_system;

create table audit.entry (
  seq       bigint primary key,
  at        timestamptz not null,
  user_id   uuid,
  act       text not null,
  workspace uuid,
  object    uuid,
  detail    text,
  outcome   text not null,
  request   uuid not null,
  prev_hash bytea not null,
  hash      bytea not null,
  constraint entry_outcome_ck check (outcome in ('DONE', 'DENIED'))
);
comment on table audit.entry is 'Who did what, in order. Ids and counts only: never a name, never a narrative';
create index entry_object_ix on audit.entry (object);
create index entry_workspace_ix on audit.entry (workspace);

create table audit.head (
  one  boolean primary key default true check (one),
  seq  bigint not null,
  hash bytea not null
);
insert into audit.head (seq, hash) values (0, sha256('sightline'::bytea));

-- Every field with its length before it, so that no two entries read alike (AU-03).
create function audit.canonical(variadic fields text[]) returns bytea
  language sql immutable
  set search_path = pg_catalog
  as $$
    select convert_to(string_agg(
             case when f is null then '-' else octet_length(f) || ':' || f end, ',' order by n), 'UTF8')
      from unnest(fields) with ordinality as x(f, n)
  $$;

-- The only way in. The head row is locked last in a transaction, so writers queue for a moment only.
create function audit.append(p_user uuid, p_act text, p_workspace uuid, p_object uuid, p_detail text,
    p_outcome text, p_request uuid) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  declare
    before audit.head;
    next_seq bigint;
    next_at timestamptz := clock_timestamp();
    next_hash bytea;
  begin
    select * into before from audit.head for update;
    next_seq := before.seq + 1;
    next_hash := sha256(before.hash || audit.canonical(next_seq::text,
      extract(epoch from next_at)::text, p_user::text, p_act, p_workspace::text, p_object::text,
      p_detail, p_outcome, p_request::text));
    insert into audit.entry
    values (next_seq, next_at, p_user, p_act, p_workspace, p_object, p_detail, p_outcome, p_request,
      before.hash, next_hash);
    update audit.head set seq = next_seq, hash = next_hash;
    return next_seq;
  end $$;

-- The first entry that does not follow from the one before it, or null when all do (AU-03).
create function audit.first_bad() returns bigint
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
      select coalesce(max(seq), 0) as seq from audit.entry
    )
    select least(
      (select min(seq) from checked where bad),
      (select last.seq + 1 from last, audit.head h where h.seq <> last.seq
          or h.hash <> coalesce((select hash from audit.entry e where e.seq = last.seq), h.hash)))
  $$;

create function audit.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog
  as $$ begin raise exception 'audit entries are never changed'; end $$;

create trigger entry_is_final before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
alter table audit.head enable row level security;
alter table audit.head force row level security;
create policy entry_owner on audit.entry to sightline_owner using (true) with check (true);
create policy head_owner on audit.head to sightline_owner using (true) with check (true);
create policy entry_system on audit.entry for select to sightline_system using (true);
create policy head_system on audit.head for select to sightline_system using (true);

revoke all on function audit.append from public;
grant execute on function audit.append to sightline_staff, sightline_system;
grant select on audit.entry, audit.head to sightline_system;
