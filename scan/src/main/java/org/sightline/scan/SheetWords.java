package org.sightline.scan;

/// What is printed on a sheet and its slip.
///
/// @param help whom to turn to
/// @param lastDay until when a map can be taken out
public record SheetWords(
    String title,
    String meaning,
    String noName,
    String keyTitle,
    String red,
    String yellow,
    String green,
    String tick,
    String slipTitle,
    String slipUse,
    String help,
    String lastDay) {

  public static SheetWords english(String help, String lastDay) {
    return new SheetWords(
        "Colour each place: how does it feel to you?",
        "Red: unsafe or unwelcome. Yellow: a bit. Green: safe and welcome. No colour: no answer.",
        "No names, please. Nobody asks whose map this is.",
        "First fill these with the pencils you use:",
        "Red",
        "Yellow",
        "Green",
        "Your year:",
        "Tear off here and keep this slip",
        "With this code you can take your map out again. Keep it to yourself.",
        help,
        lastDay);
  }

  String of(Level level) {
    return switch (level) {
      case RED -> red;
      case YELLOW -> yellow;
      case GREEN -> green;
      case BLANK -> "";
    };
  }
}
