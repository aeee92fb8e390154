package org.sightline.engagement.keying;

import org.sightline.engagement.marks.SheetLabel;

/// One page of a paper sheet that a machine can read.
///
/// @param number of the page, from 1
/// @param of how many pages the sheet has: one for each floor, or one list
/// @param version of the layout it was printed from
public record PrintedPage(SheetLabel label, int number, int of, String version) {

  String print() {
    return "%s %03d %03d %s".formatted(label.letters(), number, of, version);
  }

  static PrintedPage read(String text) {
    var parts = text.split(" ");
    return new PrintedPage(
        new SheetLabel(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3]);
  }
}
