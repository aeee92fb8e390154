package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.List;
import org.sightline.engagement.pictures.Band;
import org.sightline.engagement.pictures.BandedZone;
import org.sightline.engagement.pictures.Count;
import org.sightline.engagement.pictures.PictureWords;
import org.sightline.engagement.pictures.PlanDrawing;
import org.sightline.engagement.pictures.PlanPicture;
import org.sightline.engagement.pictures.ScoredZone;
import org.sightline.engagement.pictures.ZoneShape;
import org.sightline.engagement.results.SmallNumbers;
import org.sightline.engagement.results.scores.ZoneScore.Cells;
import org.sightline.engagement.results.scores.ZoneScore.ShownCount;

/// Draws one floor of a score sheet.
record ScoreDrawing(PlanPicture picture, SmallNumbers small, boolean counts) {

  /// @param shapes one for each zone
  String svg(String title, List<ZoneScore> zones, List<ZoneShape> shapes) {
    var scored = new ArrayList<ScoredZone>();
    var banded = new ArrayList<BandedZone>();
    for (int at = 0; at < zones.size(); at++) {
      var zone = zones.get(at);
      var cells = zone.cells();
      if (cells == null) {
        banded.add(new BandedZone(shapes.get(at), band(zone)));
      } else {
        scored.add(scored(zone, cells, shapes.get(at)));
      }
    }
    var drawing = new PlanDrawing(picture, PictureWords.ENGLISH);
    return counts ? drawing.scores(title, scored, banded) : drawing.bands(title, banded);
  }

  private ScoredZone scored(ZoneScore zone, Cells cells, ZoneShape shape) {
    double rest = rest(cells, zone.maps());
    return new ScoredZone(
        shape,
        count(cells.green(), rest),
        count(cells.yellow(), rest),
        count(cells.red(), rest),
        zone.maps(),
        zone.place(),
        zone.mixedViews());
  }

  private Count count(ShownCount cell, double rest) {
    if (cell.exact() != null) {
      return new Count.Exactly(cell.exact());
    }
    return cell.words().equals(small.fewer())
        ? new Count.FewerThan(small.k())
        : new Count.NotShown(rest);
  }

  /// What the shown numbers leave for the one that is held back.
  private double rest(Cells cells, int maps) {
    double taken = 0;
    for (var cell : cells.all()) {
      if (cell.exact() != null) {
        taken += cell.exact();
      } else if (cell.words().equals(small.fewer())) {
        taken += small.k() / 2.0;
      }
    }
    return Math.max(0, maps - taken);
  }

  private static Band band(ZoneScore zone) {
    return switch (zone.band()) {
      case HOT -> Band.HOT;
      case MIXED -> Band.MIXED;
      case COOL -> Band.COOL;
      case null -> Band.WAITING;
    };
  }
}
