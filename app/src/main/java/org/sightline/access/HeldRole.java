package org.sightline.access;

import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;

/// A role somebody holds in a workspace, or will from a day on.
public record HeldRole(UserId user, String name, Role role, RoleTerm term) {}
