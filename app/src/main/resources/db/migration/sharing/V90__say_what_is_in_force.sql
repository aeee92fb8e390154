-- Which version of an agreement is in force: the last step that stands brought it into force. An ending that was
-- taken back does not stand. Asked by whoever reads, with their rights.
create view sharing.in_force with (security_invoker = true) as
  select last.agreement_id, last.version
    from (select distinct on (s.agreement_id) s.agreement_id, s.version, s.kind
            from sharing.agreement_step s
           where s.kind <> 'RETURNED'
             and not (s.kind = 'ENDED' and exists (
               select 1
                 from sharing.agreement_step r
                where r.agreement_id = s.agreement_id and r.kind = 'RETURNED' and r.at > s.at))
           order by s.agreement_id, s.at desc) last
   where last.kind = 'ACTIVATED';
grant select on sharing.in_force to sightline_staff, sightline_system;

-- What went out and has no receipt is listed by its number and its day: the application's own role reads those
-- and nothing sealed.
create policy share_system on sharing.share for select to sightline_system using (true);
create policy share_step_system on sharing.share_step for select to sightline_system using (true);
grant select (id, kind) on sharing.share to sightline_system;
grant select (share_id, number, kind, final_at) on sharing.share_step to sightline_system;
