package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sightline.web.FirstPage;
import org.springframework.stereotype.Component;

/// A guest has no menu and begins at the packs they were asked to.
@Component
class GuestsBegin implements FirstPage {

  private final GuestPasses passes;

  GuestsBegin(GuestPasses passes) {
    this.passes = passes;
  }

  @Override
  public Optional<String> of(HttpServletRequest request) {
    return Present.at(request).filter(who -> !passes.mine(who).isEmpty()).map(who -> "/packs");
  }
}
