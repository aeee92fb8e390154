-- Somebody whose record is closed to the reader is no subject of theirs either: not in the matrix, nor in a decision,
-- a statement or a question about them (AC-05, AC-10). On top of what lets a member read at all.
create policy subject_not_closed on network.subject as restrictive for select to sightline_staff
  using (person_id is null or person_id not in (select access.closed_to_me()));
create policy subject_decision_not_closed on network.subject_decision as restrictive for select to sightline_staff
  using (subject_id in (select s.id from network.subject s));
create policy cell_note_not_closed on network.cell_note as restrictive for select to sightline_staff
  using (subject_id in (select s.id from network.subject s));
create policy known_check_not_closed on network.known_check as restrictive for select to sightline_staff
  using (subject_id in (select s.id from network.subject s));
create policy key_question_not_closed on network.key_question as restrictive for select to sightline_staff
  using (subject_id is null or subject_id in (select s.id from network.subject s));
create policy key_answer_not_closed on network.key_answer as restrictive for select to sightline_staff
  using (question_id in (select q.id from network.key_question q));
