package org.sightline.engagement.keying;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sightline.engagement.marks.MarkedMap;
import org.sightline.engagement.marks.MarksSource;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.marks.SlipHash;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Refused;
import org.springframework.stereotype.Component;

/// Hands the keyed sheets over when their session closes, and forgets them and every label. Who
/// keys holds the session's row, which the closing has locked: nothing can be added any more.
@Component
class KeyedMarks implements MarksSource {

  private final JdbcKeying keying;
  private final OpenSheets sheets;

  KeyedMarks(JdbcKeying keying, OpenSheets sheets) {
    this.keying = keying;
    this.sheets = sheets;
  }

  @Override
  public List<SlipHash> slips(Session session) {
    return keying.keyed(session.id()) == 0
        ? List.of()
        : finished(session, keying.all(sheets.of(session))).stream()
            .map(MarkedMap::slip)
            .filter(Objects::nonNull)
            .toList();
  }

  @Override
  public int received(Session session) {
    return keying.sheets(session.id());
  }

  @Override
  public List<MarkedMap> take(Session session) {
    var maps = new ArrayList<MarkedMap>();
    if (keying.keyed(session.id()) > 0) {
      var all = keying.all(sheets.of(session));
      refuseWhileTheyDiffer(OpenSheets.differences(all));
      maps.addAll(finished(session, all));
    }
    keying.forget(session.id());
    return maps;
  }

  /// One map for each sheet, from its first keying; none of a sheet that was spoiled or taken out.
  private List<MarkedMap> finished(Session session, List<KeyedSheet> all) {
    var maps = new ArrayList<MarkedMap>();
    SheetLabel last = null;
    for (KeyedSheet keyed : all) {
      if (!keyed.label().equals(last) && !keyed.reading().spoiled()) {
        var printed = keying.printed(session.id(), keyed.label()).orElseThrow();
        if (!printed.takenOut()) {
          var reading = keyed.reading();
          maps.add(new MarkedMap(reading.marks(), reading.yearGroup(), printed.slip()));
        }
      }
      last = keyed.label();
    }
    return maps;
  }

  private static void refuseWhileTheyDiffer(List<Difference> differences) {
    if (!differences.isEmpty()) {
      throw new Refused(
          "The two keyings of %s differ (%s). Open Key a pile, look at the paper and settle the differences; then close the session."
              .formatted(
                  differences.size() == 1 ? "one sheet" : differences.size() + " sheets",
                  String.join(", ", differences.stream().map(d -> d.label().letters()).toList())));
    }
  }
}
