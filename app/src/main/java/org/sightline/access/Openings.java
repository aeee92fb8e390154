package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Saying what one has a piece of work open for: once for each sign-in, from what the agreements it
/// relies on allow (AC-03).
@Component
public class Openings {

  private final Processes processes;
  private final Workspaces workspaces;
  private final Casework casework;
  private final AllowedPurposes allowed;

  Openings(Processes processes, Workspaces workspaces, Casework casework, AllowedPurposes allowed) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.casework = casework;
    this.allowed = allowed;
  }

  /// @param title of the piece of work
  public record Choice(String title, AllowedPurposes.Allowance allowance) {}

  /// What there is to choose from.
  ///
  /// @throws NotThere when they do not work on it today
  public Choice choice(SignedIn who, WorkspaceId piece) {
    return processes.look(
        who,
        () -> {
          requireWorker(who, piece);
          String title = casework.named(piece).orElseThrow(NotThere::new).name();
          return new Choice(title, allowed.of(piece));
        });
  }

  /// What this browser has it open for.
  public Optional<OpeningPurpose> chosen(WorkspaceId piece) {
    return Optional.ofNullable(OpenedFor.here(piece));
  }

  /// The page that was asked for when the question came; told once.
  public Optional<String> wayBack(HttpServletRequest request, WorkspaceId piece) {
    return OpenedFor.wayBack(request, piece);
  }

  /// Opens it for a purpose, until the sign-in ends or another is chosen.
  ///
  /// @throws NotThere when they do not work on it today
  /// @throws WrongPurpose when the agreements it relies on do not allow it
  public void open(SignedIn who, WorkspaceId piece, OpeningPurpose purpose) {
    var before = OpenedFor.here(piece);
    boolean agreed =
        processes.look(
            who,
            () -> {
              requireWorker(who, piece);
              return require(piece, purpose);
            });
    var act = Act.in(piece, "access.purpose-chosen", piece.value());
    try {
      processes.change(
          who,
          agreed ? act : act.with("no agreement in force"),
          () -> OpenedFor.choose(piece, purpose));
    } catch (RuntimeException unwritten) {
      OpenedFor.choose(piece, before);
      throw unwritten;
    }
  }

  private boolean require(WorkspaceId piece, OpeningPurpose purpose) {
    var allowance = allowed.of(piece);
    if (!allowance.purposes().contains(purpose)) {
      throw new WrongPurpose(piece, purpose);
    }
    return allowance.agreed();
  }

  private void requireWorker(SignedIn who, WorkspaceId piece) {
    if (workspaces.roles(who, piece).isEmpty()) {
      throw new NotThere();
    }
  }
}
