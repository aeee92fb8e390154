package org.sightline.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Picks out what students may be told, and finds words that seem to name somebody. Runs inside a
/// process.
@Component
class StudentWords {

  private final Workspaces workspaces;
  private final Words words;
  private final PlanDates dates;

  StudentWords(Workspaces workspaces, Words words, PlanDates dates) {
    this.workspaces = workspaces;
    this.words = words;
    this.dates = dates;
  }

  /// Whether the text holds the family name of a member, or a title with a name, as in "Mr Reed".
  boolean nameSomebody(WorkspaceId workspace, @Nullable String... texts) {
    var named = named(workspace);
    for (String text : texts) {
      if (text != null && named.matcher(text).find()) {
        return true;
      }
    }
    return false;
  }

  /// Only issues on no sensitive route and not held back, with an outcome and with words for
  /// students on both sides; and no line that names somebody, however it got there.
  YouSaidWeDid of(WorkspaceId workspace, List<Issue> issues) {
    var named = named(workspace);
    var did = new ArrayList<YouSaidWeDid.Line>();
    var doing = new ArrayList<YouSaidWeDid.Line>();
    var cannot = new ArrayList<YouSaidWeDid.Line>();
    for (Issue issue : issues) {
      if (issue.text().isSensitive() || issue.text().heldBack() || !issue.hasOutcome()) {
        continue;
      }
      issue.actions().stream()
          .filter(action -> action.done() != null)
          .forEach(action -> add(did, named, issue, action.terms().forStudents(), null));
      issue.actions().stream()
          .filter(action -> action.done() == null)
          .forEach(
              action ->
                  add(doing, named, issue, action.terms().forStudents(), action.terms().due()));
      switch (issue.outcome().orElseThrow()) {
        case Outcome.Planned planned -> {}
        case Outcome.RaisedWithCouncil raised -> council(did, doing, named, issue, raised.letter());
        case Outcome.Referred referred -> add(did, named, issue, referred.forStudents(), null);
        case Outcome.NoAction none -> add(cannot, named, issue, none.forStudents(), null);
      }
    }
    return new YouSaidWeDid(did, doing, cannot);
  }

  private void council(
      List<YouSaidWeDid.Line> did,
      List<YouSaidWeDid.Line> doing,
      Pattern named,
      Issue issue,
      CouncilLetter letter) {
    var told = letter.replies().stream().filter(reply -> reply.forStudents() != null).toList();
    if (told.isEmpty()) {
      add(doing, named, issue, words.say("plans.poster.asked-council"), null);
    } else {
      told.forEach(reply -> add(did, named, issue, reply.forStudents(), null));
    }
  }

  private void add(
      List<YouSaidWeDid.Line> lines,
      Pattern named,
      Issue issue,
      @Nullable String answer,
      @Nullable LocalDate by) {
    String place = issue.text().place();
    String said = issue.text().forStudents();
    if (said == null || answer == null) {
      return;
    }
    if (!named.matcher(place + "\n" + said + "\n" + answer).find()) {
      boolean late = by != null && by.isBefore(dates.today());
      lines.add(new YouSaidWeDid.Line(place, said, answer, by, late));
    }
  }

  private Pattern named(WorkspaceId workspace) {
    var names = new ArrayList<String>();
    names.add("(?:mr|mrs|ms|miss|mx|dr|sir)\\.?\\s+\\p{L}{2,}");
    for (var member : workspaces.members(workspace)) {
      String[] parts = member.name().strip().toLowerCase(Locale.ROOT).split("\\s+");
      names.add(Pattern.quote(parts[parts.length - 1]));
    }
    return Pattern.compile(
        "(?<!\\p{L})(?:" + String.join("|", names) + ")(?!\\p{L})",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
