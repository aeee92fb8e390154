package org.sightline.access;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Remembers, until the transaction ends, in which role somebody was let into a workspace: of
/// several that they hold there, the one that was asked for.
final class Relied {

  private record Place(UserId user, WorkspaceId workspace) {}

  private Relied() {}

  static void note(UserId user, WorkspaceId workspace, Role role) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      noted().putIfAbsent(new Place(user, workspace), role);
    }
  }

  static @Nullable Role on(UserId user, WorkspaceId workspace) {
    return TransactionSynchronizationManager.getResource(Relied.class) instanceof Map<?, ?> noted
            && noted.get(new Place(user, workspace)) instanceof Role role
        ? role
        : null;
  }

  @SuppressWarnings("unchecked") // nobody else binds anything under this class
  private static Map<Place, Role> noted() {
    if (TransactionSynchronizationManager.getResource(Relied.class) instanceof Map<?, ?> bound) {
      return (Map<Place, Role>) bound;
    }
    var fresh = new HashMap<Place, Role>();
    TransactionSynchronizationManager.bindResource(Relied.class, fresh);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void suspend() {
            TransactionSynchronizationManager.unbindResource(Relied.class);
          }

          @Override
          public void resume() {
            TransactionSynchronizationManager.bindResource(Relied.class, fresh);
          }

          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Relied.class);
          }
        });
    return fresh;
  }
}
