package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;

/// Adds to every form of a page what each has to carry: contributed as a bean.
public interface EveryForm {

  /// @param view the page's template
  /// @return the page with it
  String with(String view, String page, HttpServletRequest request);
}
