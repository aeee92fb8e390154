package org.sightline.access.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.access.Colleague;
import org.sightline.access.HeldRole;
import org.sightline.access.PieceOfWork;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.web.Answers;

/// One piece of work: why it is there, who works on it, what its purpose was before.
///
/// @param openFor what the reader has it open for; empty in an emergency
public record PiecePage(
    PieceOfWork piece,
    List<PieceOfWork> earlier,
    List<Colleague> members,
    List<HeldRole> terms,
    LocalDate today,
    Map<UserId, String> names,
    boolean chair,
    UserId reader,
    Answers form,
    Map<String, String> roles,
    String openFor) {

  /// The last day of somebody's role, where one is set.
  public Optional<LocalDate> until(UserId user, Role role) {
    return terms.stream()
        .filter(each -> each.user().equals(user) && each.role() == role)
        .filter(each -> each.term().holdsOn(today))
        .map(each -> Optional.ofNullable(each.term().until()))
        .reduce((one, other) -> one.isEmpty() || other.isEmpty() ? Optional.empty() : other)
        .flatMap(last -> last);
  }

  /// Roles that begin on a later day.
  public List<HeldRole> coming() {
    return terms.stream().filter(each -> each.term().from().isAfter(today)).toList();
  }
}
