package org.sightline.plans;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom to write to or ring at the council about an area (A36). At least one way to reach them is
/// there.
public record CouncilContact(
    UUID id,
    int version,
    ContactUse use,
    String area,
    String team,
    @Nullable String email,
    @Nullable String phone,
    boolean retired) {

  public CouncilContact {
    if (email == null && phone == null) {
      throw new IllegalArgumentException("A contact needs an e-mail address or a telephone number");
    }
  }
}
