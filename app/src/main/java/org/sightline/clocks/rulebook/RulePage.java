package org.sightline.clocks.rulebook;

import java.util.List;
import java.util.Map;
import org.sightline.web.Answers;

/// One rule: as it is, as it came, what was changed, and the form to change it.
///
/// @param parts those that can be set
/// @param conflicts what cannot all be kept as the rules are now
/// @param least and `most` the numbers it can be set to
public record RulePage(
    RulesPage.Line rule,
    RulesPage.Line shipped,
    boolean mayChange,
    List<String> parts,
    int least,
    int most,
    Answers form,
    Map<String, String> kinds,
    Map<String, String> landings,
    List<Changed> changes,
    List<String> conflicts) {

  /// A change, in words.
  public record Changed(String part, String value, String because, String by) {}
}
