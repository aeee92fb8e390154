package org.sightline.clocks;

import java.util.List;

/// Rules of the book that cannot all hold together: each module says so of the dates it computes,
/// where the rules are changed (B58 to B62).
public interface RuleConflicts {

  /// @return a sentence for each; empty when all can be kept
  List<String> of(RuleBook rules);
}
