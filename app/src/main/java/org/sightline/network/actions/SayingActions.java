package org.sightline.network.actions;

import java.util.Set;
import org.sightline.access.Users;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.MapActions.OnTheMap;
import org.sightline.network.sentences.Sentences;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says actions in words.
@Component
public class SayingActions {

  private final Exercises exercises;
  private final AgreedActions actions;
  private final org.sightline.access.Casework casework;
  private final Sentences sentences;
  private final Users users;
  private final Words words;

  SayingActions(
      Exercises exercises,
      AgreedActions actions,
      org.sightline.access.Casework casework,
      Sentences sentences,
      Users users,
      Words words) {
    this.exercises = exercises;
    this.actions = actions;
    this.casework = casework;
    this.sentences = sentences;
    this.users = users;
    this.words = words;
  }

  /// @throws org.sightline.kernel.NotThere when the piece of work is not open to the reader
  Head head(SignedIn who, WorkspaceId work) {
    boolean isOne = exercises.mine(who).stream().anyMatch(each -> each.id().equals(work));
    return new Head(
        work,
        casework.find(who, work).purpose().title(),
        isOne ? exercises.find(who, work) : null,
        actions.mayWrite(who, work));
  }

  /// What is asked of whatever an action answers.
  String answers(OnTheMap all, AgreedAction action) {
    if (action.target() == null) {
      return "";
    }
    var element = all.target(action);
    return element == null
        ? words.say("network.action.answers.gone")
        : sentences.called(all.picture(), element);
  }

  public ActionLine line(OnTheMap all, AgreedAction action) {
    var updated = action.lastUpdated();
    return new ActionLine(
        "/network/maps/%s/actions/%s".formatted(action.work(), action.id()),
        action.terms().words(),
        Dates.weekday(action.terms().due()),
        kind(action.terms().kind()),
        words.say("network.action.about." + action.terms().about()),
        owner(action.terms(), all.workers()),
        answers(all, action),
        action.state(),
        words.say("network.action.state." + action.state()),
        action.progress(),
        updated == null
            ? words.say("network.action.no-update")
            : words.say("network.action.updated", Dates.day(updated)),
        action.isTakenBack());
  }

  String kind(ActionTerms.Kind kind) {
    return words.say("network.action.kind." + kind);
  }

  /// Who is accountable: "Ann Invented, Youth service".
  public String owner(ActionTerms terms) {
    var owner = terms.owner();
    return words.say(
        "network.by", owner == null ? terms.outside() : users.nameOf(owner), terms.agency());
  }

  /// The same, and when they do not work on it any more, that too, so that somebody else is found.
  String owner(ActionTerms terms, Set<UserId> workers) {
    var owner = terms.owner();
    String who = owner(terms);
    return owner == null || workers.contains(owner)
        ? who
        : words.say("network.action.owner.left", who);
  }

  String by(UserId user, java.time.Instant at) {
    return words.say("network.by", users.nameOf(user), Dates.moment(at));
  }
}
