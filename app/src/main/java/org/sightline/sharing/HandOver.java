package org.sightline.sharing;

/// How something is handed over. Ordinary e-mail is none of them (H06).
public enum HandOver {
  SECURE_MAIL,
  PORTAL,
  CASE_SYSTEM,
  IN_PERSON,
  MEETING,
  TELEPHONE,
  TRACKED_POST
}
