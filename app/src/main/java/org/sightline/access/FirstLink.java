package org.sightline.access;

import java.time.Clock;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// The link for the first administrator, while there is nobody (AN-09). It needs no more than the
/// database, so that a command can make one beside a running application.
@Component
public class FirstLink {

  private final SystemStore store;
  private final SystemProcesses processes;
  private final SetUpLinks links;

  FirstLink(SystemStore store, SystemProcesses processes, Clock clock) {
    this.store = store;
    this.processes = processes;
    this.links = new SetUpLinks(store, clock);
  }

  /// Whether nobody has been set up yet.
  public boolean isNobodyThere() {
    return store.jdbc().sql("select count(*) from access.user_account").query(Long.class).single()
        == 0;
  }

  /// A new link; one made before stops working.
  ///
  /// @return the path of its page, good for thirty minutes
  public String make() {
    return processes.change(
        new Act("access.first-link-made", null, null, null),
        () -> "/setting-up/" + links.make(null));
  }
}
