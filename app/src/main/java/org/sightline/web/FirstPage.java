package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Where somebody begins whose menu leads nowhere of theirs: contributed as a bean by the module
/// that knows.
public interface FirstPage {

  Optional<String> of(HttpServletRequest request);
}
