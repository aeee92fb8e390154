package org.sightline.plans.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.CouncilLetter;
import org.sightline.plans.Decision;
import org.sightline.plans.Issue;
import org.sightline.plans.IssueText;
import org.sightline.plans.Issues;
import org.sightline.plans.Outcome;
import org.sightline.plans.PlanDates;
import org.sightline.plans.PlannedWork;
import org.sightline.plans.Plans;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says outcomes, dates and names in words.
@Component
public class Telling {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final Words words;
  private final Issues issues;
  private final Plans plans;

  Telling(Words words, Issues issues, Plans plans) {
    this.words = words;
    this.issues = issues;
    this.plans = plans;
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  public static String day(Instant at) {
    return day(PlanDates.inLondon(at));
  }

  /// The outcome that holds, in a sentence with its reason.
  public String outcome(Issue issue) {
    return issue
        .outcome()
        .map(outcome -> outcome(outcome, issue.actions().size()))
        .orElseGet(() -> words.say("plans.outcome.none"));
  }

  /// "Recorded by Odette Larkspurvenn on 3 March 2027".
  public String author(SignedIn who, Decision decision) {
    return words.say("plans.by", issues.nameOf(who, decision.by()), day(decision.at()));
  }

  public String decision(Decision decision) {
    var outcome = decision.outcome();
    return outcome == null ? words.say("plans.outcome.set-aside") : outcome(outcome, 0);
  }

  public String letter(CouncilLetter letter) {
    String sent = words.say("plans.outcome.COUNCIL", letter.recipient(), day(letter.sentOn()));
    return letter.replies().isEmpty()
        ? sent + " " + words.say("plans.outcome.waiting", day(letter.replyBy()))
        : sent + " " + words.say("plans.outcome.replied", day(letter.replies().getLast().on()));
  }

  /// What is written down about an issue, by the labels of the form that asks it and in its order.
  public Map<String, String> byLabel(IssueText text) {
    var said = new LinkedHashMap<String, String>();
    var route = text.route();
    String what = text.said();
    String forStudents = text.forStudents();
    said.put(words.say("plans.issues.place"), text.place());
    said.put(words.say("plans.issues.said"), what == null ? "" : what);
    said.put(words.say("plans.issues.outside"), yes(text.outsideSchool()));
    said.put(
        words.say("plans.issues.route"),
        words.say("plans.route." + (route == null ? "none" : route.name())));
    said.put(words.say("plans.issues.forStudents"), forStudents == null ? "" : forStudents);
    said.put(words.say("plans.issues.heldBack"), yes(text.heldBack()));
    return said;
  }

  /// Options of a closed set, by the words `plans.<set>.<NAME>`.
  public <E extends Enum<E>> Map<String, String> options(String set, Class<E> of) {
    var options = new LinkedHashMap<String, String>();
    for (E constant : of.getEnumConstants()) {
      options.put(constant.name(), words.say("plans." + set + "." + constant.name()));
    }
    return options;
  }

  public Map<String, String> colleagues(SignedIn who, WorkspaceId workspace) {
    var options = new LinkedHashMap<String, String>();
    issues
        .colleagues(who, workspace)
        .forEach(colleague -> options.put(colleague.id().toString(), colleague.name()));
    return options;
  }

  public String name(SignedIn who, UserId user) {
    return issues.nameOf(who, user);
  }

  /// What the plan is of; when no feature says, words that fit any plan.
  public PlannedWork.About about(SignedIn who, WorkspaceId workspace) {
    return plans
        .about(who, workspace)
        .orElseGet(
            () ->
                new PlannedWork.About(
                    words.say("plans.about.name"),
                    words.say("plans.about.school"),
                    null,
                    null,
                    "/plans/" + workspace));
  }

  private String yes(boolean yes) {
    return words.say(yes ? "web.saved-first.yes" : "web.saved-first.no");
  }

  private String outcome(Outcome outcome, int actions) {
    return switch (outcome) {
      case Outcome.Planned planned ->
          actions == 0
              ? words.say("plans.outcome.PLANNED")
              : words.count("plans.outcome.planned", actions);
      case Outcome.RaisedWithCouncil raised -> letter(raised.letter());
      case Outcome.Referred referred ->
          referred.reason() == null
              ? words.say("plans.outcome.REFERRED", referred.to())
              : words.say("plans.outcome.REFERRED-why", referred.to(), referred.reason());
      case Outcome.NoAction none -> words.say("plans.outcome.NO_ACTION", none.reason());
    };
  }
}
