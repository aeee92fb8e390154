package org.sightline.access;

import org.sightline.audit.Processes;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Whether somebody has something open by break-glass: nothing leaves through them then, from
/// wherever it is taken (AC-09).
@Component
public class Emergencies {

  private static final String REFUSED = Emergencies.class.getName();

  private final JdbcClient jdbc;
  private final Processes processes;
  private final Words words;

  Emergencies(JdbcClient jdbc, Processes processes, Words words) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.words = words;
  }

  /// To be asked before anything is printed, exported, copied or left for somebody.
  ///
  /// @throws Refused while they have something open in an emergency; [RefusedAddresses] writes it
  ///     down
  public void requireNone(SignedIn who) {
    if (processes.look(who, () -> isOpen(who))) {
      var request = RequestContextHolder.getRequestAttributes();
      if (request != null) {
        request.setAttribute(REFUSED, true, RequestAttributes.SCOPE_REQUEST);
      }
      throw new Refused(words.say("access.breakglass.nothing-leaves"));
    }
  }

  /// The name under which a request says that something was not let out.
  static String attribute() {
    return REFUSED;
  }

  private boolean isOpen(SignedIn who) {
    return jdbc.sql(
            """
            select exists (
              select 1 from access.break_glass
               where user_id = :me and given_back_at is null and until > now()
                 and workspace_id in (select access.my_workspaces()))
            """)
        .param("me", who.user().value())
        .query(Boolean.class)
        .single();
  }
}
