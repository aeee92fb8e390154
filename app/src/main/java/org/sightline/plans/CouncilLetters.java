package org.sightline.plans;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.documents.Notices;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Letters to the council about places outside school: what is to go in, what was sent, what came
/// back (A34, A35). Nothing of a place where one adult is in charge ever goes in one.
@Component
public class CouncilLetters {

  /// What the owner of a round is told of when a reply is due.
  static final String REPLY_DUE = "plans.reply-due";

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcIssues issues;
  private final JdbcOutcomes outcomes;
  private final JdbcLetters letters;
  private final Notices notices;

  CouncilLetters(
      Processes processes,
      Workspaces workspaces,
      JdbcIssues issues,
      JdbcOutcomes outcomes,
      JdbcLetters letters,
      Notices notices) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.issues = issues;
    this.outcomes = outcomes;
    this.letters = letters;
    this.notices = notices;
  }

  /// The places outside school that have no outcome yet. An export, and recorded as one.
  public List<Issue> drafted(SignedIn who, WorkspaceId workspace) {
    return processes.read(
        who,
        Act.in(workspace, "plans.council-letter-drafted", workspace.value()),
        () -> {
          workspaces.require(who, workspace, Writers.WRITERS);
          return issues.of(workspace).stream()
              .filter(issue -> mayGo(issue) && !issue.hasOutcome())
              .toList();
        });
  }

  public List<CouncilLetter> sent(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, workspace, Writers.READERS);
          return letters.of(workspace);
        });
  }

  /// Records that a letter about these issues was sent; each then has its outcome.
  public LetterId recordSent(
      SignedIn who,
      WorkspaceId workspace,
      List<IssueId> about,
      String recipient,
      LocalDate sentOn,
      LocalDate replyBy) {
    var id = LetterId.random();
    return processes.change(
        who,
        Act.in(workspace, "plans.council-letter-sent", id.value()).with("issues=" + about.size()),
        () -> {
          workspaces.require(who, workspace, Writers.WRITERS);
          var letter = new CouncilLetter(id, recipient, sentOn, replyBy, who.user(), List.of());
          letters.add(who, workspace, id, recipient, sentOn, replyBy);
          for (IssueId issueId : about) {
            var issue = issues.find(workspace, issueId);
            requireMayGo(issue);
            outcomes.add(
                who,
                workspace,
                issueId,
                issue.decisionVersion(),
                new Outcome.RaisedWithCouncil(letter));
          }
          return id;
        });
  }

  /// Adds a reply. A further reply adds to the first; none is overwritten.
  public void recordReply(
      SignedIn who,
      WorkspaceId workspace,
      LetterId letter,
      LocalDate on,
      String reply,
      @Nullable String forStudents) {
    processes.change(
        who,
        Act.in(workspace, "plans.council-reply-recorded", letter.value()),
        () -> {
          workspaces.require(who, workspace, Writers.WRITERS);
          if (letters.of(workspace).stream().noneMatch(sent -> sent.id().equals(letter))) {
            throw new NotThere();
          }
          letters.addReply(who, workspace, letter, on, reply, forStudents);
          notices.settled(REPLY_DUE, letter.value());
        });
  }

  private static boolean mayGo(Issue issue) {
    return issue.text().outsideSchool() && !issue.text().isSensitive();
  }

  private static void requireMayGo(Issue issue) {
    if (issue.text().isSensitive()) {
      throw new Refused(
          "One adult is in charge of this place. It goes to the head or the council's designated"
              + " officer, never in a letter about places. Record to whom it was passed.");
    }
    if (!issue.text().outsideSchool()) {
      throw new Refused(
          "Only a place outside school is raised with the council. If this one is, say so on the"
              + " issue first.");
    }
  }
}
