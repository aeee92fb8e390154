package org.sightline.access;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// A school of a test's own, with one invented person for each role.
final class OwnSchool {

  static final LocalDate EARLIER = LocalDate.of(2026, 1, 5);

  private final SettingUp settingUp;
  private final WorkspaceId id = new WorkspaceId(UUID.randomUUID());
  private final Map<Role, UserId> staff = new EnumMap<>(Role.class);

  OwnSchool(SettingUp settingUp) {
    this.settingUp = settingUp;
    settingUp.school(id, "Needham School", EARLIER);
    for (Role role : Role.values()) {
      staff.put(role, another(role));
    }
  }

  WorkspaceId id() {
    return id;
  }

  UserId the(Role role) {
    return staff.get(role);
  }

  SignedIn as(Role role) {
    return SignedIn.as(the(role));
  }

  /// One more person with this role here.
  UserId another(Role role) {
    var user = stranger();
    settingUp.member(id, user, role, EARLIER);
    return user;
  }

  /// Somebody with no role anywhere.
  UserId stranger() {
    var user = UserId.random();
    settingUp.personWithoutPassword(user, user.toString(), "Invented " + user);
    return user;
  }
}
