package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sightline.audit.Processes;
import org.sightline.web.FirstPage;
import org.springframework.stereotype.Component;

/// A guest has no role and begins at the packs they were asked to.
@Component
class GuestsBegin implements FirstPage {

  private final GuestPasses passes;
  private final Users users;
  private final Processes processes;

  GuestsBegin(GuestPasses passes, Users users, Processes processes) {
    this.passes = passes;
    this.users = users;
    this.processes = processes;
  }

  @Override
  public Optional<String> of(HttpServletRequest request) {
    return Present.at(request)
        .filter(who -> processes.look(who, () -> users.rolesAnywhere(who)).isEmpty())
        .filter(who -> !passes.mine(who).isEmpty())
        .map(who -> "/packs");
  }
}
