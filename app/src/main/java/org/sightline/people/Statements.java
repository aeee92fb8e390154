package org.sightline.people;

import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// What is said about people: labelled, with its source, and never changed (RR-02, RR-07).
@Component
public class Statements {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcPeople people;
  private final JdbcStatements statements;

  Statements(
      Processes processes, Workspaces workspaces, JdbcPeople people, JdbcStatements statements) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.people = people;
    this.statements = statements;
  }

  /// @throws org.sightline.kernel.NotThere when it is not one about this person in this piece of
  ///     work
  public Statement find(SignedIn who, WorkspaceId workspace, PersonId person, StatementId id) {
    return processes.read(
        who,
        Act.in(workspace, "people.statement-read", person.value()),
        () -> {
          requireWritable(who, workspace, person);
          return statements.find(workspace, person, id);
        });
  }

  public StatementId write(
      SignedIn who, WorkspaceId workspace, PersonId person, StatementText text) {
    var id = StatementId.random();
    processes.change(
        who,
        Act.in(workspace, "people.statement-written", person.value()),
        () -> {
          requireWritable(who, workspace, person);
          statements.add(who, workspace, person, id, text, null, null);
        });
    return id;
  }

  /// Corrects a statement: the old one stays, superseded, with who did it, when and why.
  ///
  /// @throws Stale when it has been corrected already
  public StatementId correct(
      SignedIn who,
      WorkspaceId workspace,
      PersonId person,
      StatementId wrong,
      StatementText right,
      String because) {
    var id = StatementId.random();
    processes.change(
        who,
        Act.in(workspace, "people.statement-corrected", person.value()),
        () -> {
          requireWritable(who, workspace, person);
          statements.find(workspace, person, wrong);
          statements.add(who, workspace, person, id, right, wrong, because);
        });
    return id;
  }

  private void requireWritable(SignedIn who, WorkspaceId workspace, PersonId person) {
    workspaces.require(who, workspace, Casework.WORKERS);
    people.requireHeld(workspace, person);
  }
}
