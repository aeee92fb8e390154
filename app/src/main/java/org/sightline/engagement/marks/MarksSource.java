package org.sightline.engagement.marks;

import java.util.List;
import org.sightline.engagement.planning.Session;

/// A way by which marks come in: keyed from paper, later photographed. The student site is another,
/// built in. A bean of this type is asked once, when a session closes.
public interface MarksSource {

  /// The slips, in their open form, of maps that wait in this source now, so that their slow hashes
  /// are worked out before anything is locked ([MarksClosing]). One too many or too few is
  /// harmless: [#take] decides.
  default List<SlipHash> slips(Session session) {
    return List.of();
  }

  /// How many maps are in this source, those that will not count among them: nothing may be told by
  /// a difference.
  default int received(Session session) {
    return 0;
  }

  /// Hands over every finished map of the session and deletes it from the source's own staging, all
  /// inside the transaction that closes the session: when the closing fails, nothing has been
  /// handed over. The source sees to it that nothing more can be added to a session once this was
  /// called, for example by locking the row it adds to.
  ///
  /// The order of the list is forgotten: [Marks] shuffles it together with all others.
  ///
  /// @throws org.sightline.kernel.Refused when the session cannot close yet, for example because
  ///     two keyings still differ; the sentence is shown to the person who closes
  List<MarkedMap> take(Session session);
}
