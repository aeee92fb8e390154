-- Exercises that were closed before clocks could be stopped: theirs stand still from the day on which they were closed.
-- Nobody is signed in while this runs, so both tables are open to their owner for as long as it takes.
alter table network.exercise_end no force row level security;
alter table clocks.stopped no force row level security;

insert into clocks.stopped (id, workspace_id, stopped_on, by_user, at)
select gen_random_uuid(), e.workspace_id, (e.at at time zone 'Europe/London')::date, e.by_user, e.at
  from (select distinct on (workspace_id) workspace_id, is_closed, by_user, at
          from network.exercise_end
         order by workspace_id, number desc) e
 where e.is_closed
   and not exists (select 1 from clocks.stopped s where s.workspace_id = e.workspace_id);

alter table network.exercise_end force row level security;
alter table clocks.stopped force row level security;
