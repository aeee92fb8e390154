package org.sightline.web;

import java.util.List;
import org.sightline.kernel.Role;

/// An entry of the staff site's navigation, contributed as a bean by the module it leads to.
///
/// @param order lower comes first
/// @param key of its words
/// @param roles that see it; empty means everybody
public record Nav(int order, String key, String href, List<Role> roles) {

  public Nav {
    roles = List.copyOf(roles);
  }
}
