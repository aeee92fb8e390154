package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Where somebody begins who has no menu: contributed as a bean by the module that knows.
public interface FirstPage {

  Optional<String> of(HttpServletRequest request);
}
