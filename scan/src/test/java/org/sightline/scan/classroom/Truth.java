package org.sightline.scan.classroom;

import java.util.Map;
import java.util.Set;
import org.sightline.scan.Level;

/// What a child put on a sheet.
///
/// @param levels what was meant; `null` where only a person can say
/// @param ticked which year was ticked
public record Truth(Map<String, Meant> levels, Set<String> ticked) {

  /// @param level what was meant
  /// @param forAPerson whether it is a letter, two colours or hardly anything: no machine should
  ///     say
  /// @param how it was done
  public record Meant(Level level, boolean forAPerson, String how) {}
}
