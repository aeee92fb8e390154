-- Whose record is closed to somebody is not written about by them either (AC-06, AC-10). Until now the database kept
-- them from reading only, and whoever knew the id of a subject could have added to it.
do $$
  declare
    t text;
  begin
    foreach t in array array['subject_decision', 'cell_note', 'known_check', 'own_status', 'own_map'] loop
      execute format('create policy %s_about_open on network.%I as restrictive for insert to sightline_staff '
        'with check (subject_id in (select s.id from network.subject s))', t, t);
    end loop;
    foreach t in array array['own_step', 'own_join'] loop
      execute format('create policy %s_about_open on network.%I as restrictive for insert to sightline_staff '
        'with check (map_id in (select m.id from network.own_map m))', t, t);
    end loop;
  end $$;
create policy key_question_about_open on network.key_question as restrictive for insert to sightline_staff
  with check (subject_id is null or subject_id in (select s.id from network.subject s));
create policy key_answer_about_open on network.key_answer as restrictive for insert to sightline_staff
  with check (question_id in (select q.id from network.key_question q));
