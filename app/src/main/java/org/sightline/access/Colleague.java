package org.sightline.access;

import java.util.Set;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;

/// A member of a workspace, as its other members see them.
public record Colleague(UserId id, String name, Set<Role> roles) {

  public Colleague {
    roles = Set.copyOf(roles);
  }
}
