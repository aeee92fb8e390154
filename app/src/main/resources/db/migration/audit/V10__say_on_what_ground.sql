-- As whom, from which agency, for what purpose and let in by what (AU-01). Entries from before say none of
-- it and stay as they are: each entry names the form in which its hash was worked out.
alter table audit.entry
  add column form       smallint not null default 1,
  add column agency     uuid,
  add column role       text,
  add column purpose    text,
  add column grant_kind text,
  add column grant_id   uuid;
alter table audit.entry alter column form drop default;
alter table audit.entry
  add constraint entry_form_ck check (form in (1, 2)),
  add constraint entry_first_form_ck check (form > 1
    or coalesce(agency::text, role, purpose, grant_kind, grant_id::text) is null),
  add constraint entry_grant_ck check (grant_kind in ('MEMBERSHIP', 'BREAK_GLASS', 'PASS')
    and grant_id is not null or grant_kind is null and grant_id is null),
  add constraint entry_words_ck check (role ~ '^[A-Z_]+( [A-Z_]+)*$' and purpose ~ '^[A-Z_]+$');
comment on column audit.entry.form is 'How the hash was worked out: 1 before agencies, roles and purposes were kept, 2 since';
comment on column audit.entry.agency is 'Which agency the person worked for; none when it was not recorded';
comment on column audit.entry.role is 'The role that let them in; else every role they had that day';
comment on column audit.entry.purpose is 'What they said they had the piece of work open for';
comment on column audit.entry.grant_kind is 'What let them in: a membership, an hour by break-glass, a pass';

-- What an entry's hash is of, beside the hash before it. The first form begins with a number, every later
-- one with its name, so that no entry of one form reads like one of another.
create function audit.canonical_of(e audit.entry) returns bytea
  language sql immutable
  set search_path = pg_catalog
  as $$
    select case e.form
      when 1 then audit.canonical(e.seq::text, extract(epoch from e.at)::text, e.user_id::text, e.act,
        e.workspace::text, e.object::text, e.detail, e.outcome, e.request::text)
      else audit.canonical('form ' || e.form, e.seq::text, extract(epoch from e.at)::text, e.user_id::text,
        e.act, e.workspace::text, e.object::text, e.detail, e.outcome, e.request::text, e.agency::text,
        e.role, e.purpose, e.grant_kind, e.grant_id::text)
      end
  $$;

drop function audit.append(uuid, text, uuid, uuid, text, text, uuid);

-- The time is taken once the head is locked: of two entries the later one never has the earlier time,
-- unless the database's own clock was put back.
create function audit.append(p_user uuid, p_act text, p_workspace uuid, p_object uuid, p_detail text,
    p_outcome text, p_request uuid, p_agency uuid default null, p_role text default null,
    p_purpose text default null, p_grant_kind text default null, p_grant_id uuid default null)
  returns bigint
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
  declare
    before audit.head;
    e audit.entry;
  begin
    select * into before from audit.head for update;
    e.seq := before.seq + 1;
    e.at := clock_timestamp();
    e.user_id := p_user;
    e.act := p_act;
    e.workspace := p_workspace;
    e.object := p_object;
    e.detail := p_detail;
    e.outcome := p_outcome;
    e.request := p_request;
    e.prev_hash := before.hash;
    e.form := 2;
    e.agency := p_agency;
    e.role := p_role;
    e.purpose := p_purpose;
    e.grant_kind := p_grant_kind;
    e.grant_id := p_grant_id;
    e.hash := sha256(before.hash || audit.canonical_of(e));
    insert into audit.entry select e.*;
    update audit.head set seq = e.seq, hash = e.hash;
    return e.seq;
  end $$;

create or replace function audit.first_bad() returns bigint
  language sql stable
  set search_path = pg_catalog
  as $$
    with checked as (
      select e.seq,
             e.seq <> coalesce(lag(e.seq) over w, 0) + 1
               or e.prev_hash <> coalesce(lag(e.hash) over w, sha256('sightline'::bytea))
               or e.hash <> sha256(e.prev_hash || audit.canonical_of(e)) as bad
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

create or replace function audit.first_bad_between(p_after bigint, p_to bigint) returns bigint
  language sql stable
  set search_path = pg_catalog
  as $$
    with checked as (
      select e.seq,
             e.seq <> coalesce(lag(e.seq) over w, 0) + 1
               or e.prev_hash <> coalesce(lag(e.hash) over w, sha256('sightline'::bytea))
               or e.hash <> sha256(e.prev_hash || audit.canonical_of(e)) as bad
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

revoke all on function audit.append from public;
grant execute on function audit.append to sightline_staff, sightline_system;
