package org.sightline.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.sightline.access.SettingUp;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Sets up the invented school and its staff, the council's team, and the other school the outsider
/// comes from.
@Component
public class InventedSchool {

  private final SettingUp settingUp;

  InventedSchool(SettingUp settingUp) {
    this.settingUp = settingUp;
  }

  /// The workspace of a school or team of this name; always the same.
  public static WorkspaceId workspace(String school) {
    return new WorkspaceId(
        UUID.nameUUIDFromBytes(("school:" + school).getBytes(StandardCharsets.UTF_8)));
  }

  /// @param on the day from which everybody is a member
  public void setUp(Cast cast, LocalDate on) {
    cast.staff().stream()
        .map(Cast.Member::school)
        .filter(school -> !school.equals(cast.team()))
        .distinct()
        .forEach(school -> settingUp.school(workspace(school), school, on));
    settingUp.team(workspace(cast.team()), cast.team(), on);
    for (Cast.Member member : cast.staff()) {
      settingUp.person(member.id(), member.username(), member.name(), member.password());
      settingUp.member(workspace(member.school()), member.id(), member.role(), on);
    }
  }
}
