package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;

/// Puts what somebody typed and could not send back into the forms of a page. The access module
/// knows.
public interface Unfinished {

  /// @param page as it was rendered
  /// @return the page with its forms filled in, or the same page
  String filled(String page, HttpServletRequest request);
}
