package org.sightline.web;

/// The two origins. A page belongs to one of them and is not there on the other.
public enum Site {
  STAFF,
  STUDENT
}
