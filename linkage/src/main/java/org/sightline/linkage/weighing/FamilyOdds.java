package org.sightline.linkage.weighing;

import java.util.Set;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Patterns;

/// Children of one family among the pairs of whole blocks: they come together in a block as often
/// as the records of one person do, if the block is on what they share.
final class FamilyOdds {

  private final Weights weights;
  private final double twins;
  private final double siblings;

  /// @param blockedOn the fields of the rule that made the blocks
  FamilyOdds(Model model, Weights weights, Set<Field> blockedOn, int rows) {
    this.weights = weights;
    double people = Math.log(model.probabilityTwoRandomRecordsMatch() * Math.max(2, rows));
    twins = (Math.log(model.families().twins()) - people) / Math.log(2);
    var born = blockedOn.contains(Field.BIRTH_DATE) ? model.of(Field.BIRTH_DATE) : null;
    siblings =
        (Math.log(model.families().siblings()) - people) / Math.log(2)
            - (born == null ? 0 : born.at(1).weight());
  }

  /// What their chance takes away from a pair of a block, in bits.
  ///
  /// @param prior how likely a pair of the block is one person, in bits
  /// @param used the fields that were not blocked on
  /// @param ratio what the levels are worth so far
  double bits(long pattern, double prior, boolean[] used, double[][] ratio) {
    if (!weights.isOfFamily(pattern)) {
      return 0;
    }
    double home = 0;
    double born = 0;
    for (int c = 0; c < used.length; c++) {
      double worth = used[c] ? ratio[c][Patterns.level(pattern, c)] : 0;
      home += weights.isOfHousehold(c) ? worth : 0;
      born += weights.isBirthDate(c) ? worth : 0;
    }
    return Weights.ofFamily(prior + twins + home + born, prior + siblings + home);
  }
}
