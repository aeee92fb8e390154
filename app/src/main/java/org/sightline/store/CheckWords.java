package org.sightline.store;

import java.util.List;

/// Sixty-four short words that sound like no other of them.
final class CheckWords {

  private static final List<String> WORDS =
      List.of(
          """
          acorn anchor apple apron badger basket beacon blanket bridge butter candle canyon carpet
          castle cherry copper cotton crayon dolphin domino eagle engine falcon feather fiddle forest
          garden ginger goblet hammer harbour hazel hollow igloo island jacket jigsaw kettle ladder
          lantern lemon magnet marble meadow mitten needle oyster paddle pebble pencil pillow quarry
          ribbon rocket saddle silver spanner teapot timber trumpet tunnel violin walnut window
          """
              .strip()
              .split("\\s+"));

  private CheckWords() {}

  static String of(byte value) {
    return WORDS.get(Math.floorMod(value, WORDS.size()));
  }
}
