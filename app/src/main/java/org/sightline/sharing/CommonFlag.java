package org.sightline.sharing;

/// What everybody calls it, whatever their own code is (E44).
public enum CommonFlag {
  SAFEGUARDING,
  VULNERABILITY,
  YOUTH
}
