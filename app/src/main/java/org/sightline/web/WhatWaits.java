package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;

/// How much waits for whoever is signed in, for the count in the header. The documents module
/// knows.
public interface WhatWaits {

  /// Kinds of things that wait and have not been read; 0 when nobody is signed in.
  int unread(HttpServletRequest request);
}
