package org.sightline.access;

import java.util.Optional;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.UserId;
import org.springframework.stereotype.Component;

/// Finds a colleague by the name they sign in with, where one person names another. It tells
/// nothing of them but that there is somebody.
@Component
public class SignInNames {

  private final SystemProcesses processes;
  private final Accounts accounts;

  SignInNames(SystemProcesses processes, Accounts accounts) {
    this.processes = processes;
    this.accounts = accounts;
  }

  /// Empty when there is nobody of that name, or they are switched off.
  public Optional<UserId> find(String username) {
    return processes.look(() -> accounts.byUsername(username)).map(Accounts.Account::id);
  }
}
