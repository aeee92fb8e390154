package org.sightline.plans;

/// Where an issue comes from (A32, A64, A75, A76).
public enum Source {
  MARKS,
  REASONS,
  STUDENTS_IDEA,
  STAFF_IDEA,
  DISCUSSION
}
