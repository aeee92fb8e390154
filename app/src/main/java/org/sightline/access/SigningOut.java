package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Writes down who signed out, and leaves nothing of what they were typing.
@Component
class SigningOut implements LogoutHandler {

  private final Processes processes;
  private final Unsent unsent;
  private final LastHere last;

  SigningOut(Processes processes, Unsent unsent, LastHere last) {
    this.processes = processes;
    this.unsent = unsent;
    this.last = last;
  }

  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication someone) {
    last.forget(response);
    if (someone != null && someone.getPrincipal() instanceof UserId user) {
      unsent.forget(user);
    }
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
