package org.sightline.engagement.planning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;

/// A session with everything that was answered about it, as far as the reader may see it.
///
/// @param placesCovered whether the school keeps a contact at the council for places outside (A36)
/// @param team everybody who works on the round
/// @param roles of the reader in the round
public record SetUpState(
    Session session,
    Map<String, Answer> answers,
    ConsentProgress.Forms consent,
    boolean placesCovered,
    List<Colleague> team,
    Set<Role> roles) {

  static final String STUDENT_FACILITATOR = "student-facilitator";

  public SetUpState {
    answers = Map.copyOf(answers);
    team = List.copyOf(team);
    roles = Set.copyOf(roles);
  }

  public @Nullable String answer(String field) {
    var found = answers.get(field);
    return found == null ? null : found.text();
  }

  /// A whole number that was answered, or `null`.
  public @Nullable Integer number(String field) {
    var text = answer(field);
    return text != null && text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
  }

  /// The trained student who leads beside the staff, or `null`. They have no account and see
  /// nothing here (A13).
  public @Nullable String studentFacilitator() {
    return answer(STUDENT_FACILITATOR);
  }

  /// How many people lead it, staff and student together.
  int facilitatorCount() {
    return session.facilitators().size() + (studentFacilitator() == null ? 0 : 1);
  }

  /// The name of a colleague; somebody who has left the round is "a colleague".
  public String name(UserId user) {
    return team.stream()
        .filter(colleague -> colleague.id().equals(user))
        .map(Colleague::name)
        .findFirst()
        .orElse("a colleague");
  }

  /// Whether the reader may set up and run the session.
  public boolean mayRun() {
    return roles.contains(Role.ROUND_OWNER) || roles.contains(Role.FACILITATOR);
  }
}
