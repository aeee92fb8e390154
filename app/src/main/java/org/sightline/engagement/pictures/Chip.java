package org.sightline.engagement.pictures;

/// The small box that stands on a zone.
sealed interface Chip permits ScoreChip, BandChip {

  ZoneShape zone();

  double width();

  double height();

  void draw(Svg svg, Box place);
}
