package org.sightline.access;

import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/// Writes down who signed out.
@Component
class SigningOut {

  private final Processes processes;

  SigningOut(Processes processes) {
    this.processes = processes;
  }

  @EventListener
  void signedOut(LogoutSuccessEvent event) {
    record(event.getAuthentication().getPrincipal(), "access.signed-out");
  }

  private void record(@Nullable Object principal, String act) {
    if (principal instanceof UserId user) {
      processes.change(SignedIn.as(user), Act.of(act, user.value()), () -> {});
    }
  }
}
