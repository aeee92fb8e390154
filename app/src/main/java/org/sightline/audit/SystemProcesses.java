package org.sightline.audit;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// What the application does by itself, on the clock or at set-up, audited with nobody's name on
/// it.
@Component
public class SystemProcesses {

  private final SystemStore store;
  private final AuditedRequests requests;
  private final Grounds grounds;

  SystemProcesses(SystemStore store, AuditedRequests requests, Grounds grounds) {
    this.store = store;
    this.requests = requests;
    this.grounds = grounds;
  }

  /// Does the work as the system role and writes the entry in the same transaction.
  @SuppressWarnings("NullAway") // the template passes on whatever the work returned
  public <T extends @Nullable Object> T change(Act act, Supplier<T> work) {
    return store
        .transactions()
        .execute(
            status -> {
              T result = work.get();
              Processes.append(store.jdbc(), null, act, "DONE", UUID.randomUUID(), Ground.NONE);
              requests.noteAudited();
              return result;
            });
  }

  /// What somebody asked for and only the application itself may do, as with what they sign in
  /// with: done as the system role, with their name on the entry.
  @SuppressWarnings("NullAway") // the template passes on whatever the work returned
  public <T extends @Nullable Object> T change(SignedIn who, Act act, Supplier<T> work) {
    return store
        .transactions()
        .execute(
            status -> {
              requests.begin(who, store.jdbc());
              T result = work.get();
              UUID user = who.user().value();
              var ground = grounds.of(store.jdbc(), user, act);
              Processes.append(store.jdbc(), user, act, "DONE", who.request(), ground);
              requests.noteAudited();
              return result;
            });
  }

  /// A look that changes nothing and names nobody.
  @SuppressWarnings("NullAway")
  public <T extends @Nullable Object> T look(Supplier<T> work) {
    return store.transactions().execute(status -> work.get());
  }
}
