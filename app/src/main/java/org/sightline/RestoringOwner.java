package org.sightline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.AdministratorsCode;
import org.sightline.kernel.SignedIn;

/// Who puts a backup back: an administrator who is in it shows a one-time code before anything is
/// kept. There is nobody else to ask: the place is empty, and the backup is what will be there.
final class RestoringOwner {

  private static final int TRIES = 3;

  private final OwnersCode asking;
  private final boolean invented;
  private final boolean withoutCode;

  /// @param invented whether the backup is a demonstration's, where it is a password
  /// @param withoutCode nobody can show one; the audit will say so
  RestoringOwner(OwnersCode asking, boolean invented, boolean withoutCode) {
    this.asking = asking;
    this.invented = invented;
    this.withoutCode = withoutCode;
  }

  /// Asks, three times at most: the rows are in by now, and may have taken an hour.
  ///
  /// @param said where it is added that nobody was asked
  /// @return who it is, or `null` when nobody was asked
  /// @throws IllegalStateException with a sentence when they may not
  @Nullable SignedIn ask(AdministratorsCode codes, List<String> said) {
    if (withoutCode) {
      said.add("No administrator's code was asked for, and the audit says so.");
      return null;
    }
    if (!codes.isThereAnybody(invented)) {
      said.add(
          "No administrator in the backup has a one-time code to show, so none was asked for, and the audit says so.");
      return null;
    }
    for (int left = TRIES - 1; left > 0; left--) {
      try {
        return asking.signIn(invented, codes);
      } catch (OwnersCode.Wrong again) {
        asking.say(again.getMessage());
      }
    }
    return asking.signIn(invented, codes);
  }
}
