package org.sightline.engagement.keying;

import java.util.List;
import org.sightline.engagement.marks.SheetLabel;

/// How far a pile is.
///
/// @param keyed sheets in this keying, by anybody
/// @param of how many sheets there are to key, or 0 when nobody has counted them in
/// @param yours labels the person keyed in this keying, in the order of the alphabet
/// @param differing sheets whose two keyings differ
public record Pile(int keyed, int of, List<SheetLabel> yours, int differing) {

  public Pile {
    yours = List.copyOf(yours);
  }
}
