package org.sightline.sharing;

import java.util.List;
import org.sightline.access.Agencies;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// The organisations of the register as those people work for.
@Component
class RegisteredAgencies implements Agencies {

  private final Organisations organisations;

  RegisteredAgencies(Organisations organisations) {
    this.organisations = organisations;
  }

  @Override
  public List<Agency> all(SignedIn who) {
    return organisations.all(who).stream()
        .map(one -> new Agency(one.id(), one.name(), !one.retired()))
        .toList();
  }
}
