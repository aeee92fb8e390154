package org.sightline.engagement.pictures;

import java.util.ArrayList;
import java.util.List;

/// How wide a text is, roughly (within a tenth for English in a sans-serif face), and how to make
/// it fit. Works without any font, so that pictures are the same everywhere.
final class TextFit {

  private TextFit() {}

  /// Width in units at a size, erring on the wide side.
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(TextFit::ems).sum() * size;
  }

  /// The largest size, at most `size`, at which a text is no wider than `room`.
  static double sizeFor(String text, double size, double room) {
    double width = width(text, size);
    return width <= room ? size : size * room / width;
  }

  /// The text in at most `most` lines no wider than `room`; what is left over becomes "…".
  static List<String> lines(String text, double size, double room, int most) {
    var lines = new ArrayList<String>();
    var rest = text.strip().replaceAll("\\s+", " ");
    while (!rest.isEmpty() && lines.size() < most) {
      boolean last = lines.size() == most - 1;
      var line = last ? shortened(rest, size, room) : rest.substring(0, breakOf(rest, size, room));
      lines.add(line.strip());
      rest = last ? "" : rest.substring(line.length()).strip();
    }
    return List.copyOf(lines);
  }

  private static String shortened(String text, double size, double room) {
    if (width(text, size) <= room) {
      return text;
    }
    return text.substring(0, fitting(text, size, room - width("…", size))).strip() + "…";
  }

  private static int breakOf(String text, double size, double room) {
    int fits = fitting(text, size, room);
    if (fits == text.length()) {
      return fits;
    }
    int space = text.lastIndexOf(' ', fits);
    return space > 0 ? space : fits;
  }

  /// How many characters fit, at least one letter.
  private static int fitting(String text, double size, double room) {
    double used = 0;
    int end = 0;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      used += ems(letter) * size;
      if (used > room && end > 0) {
        return end;
      }
      end += Character.charCount(letter);
    }
    return end;
  }

  private static double ems(int letter) {
    if (letter >= 0x1100) {
      return letter == '…' ? 1 : 1.05;
    }
    if ("iljtfI.,:;'|!/() ".indexOf(letter) >= 0) {
      return 0.32;
    }
    if ("mwMW@%".indexOf(letter) >= 0) {
      return 0.92;
    }
    return Character.isUpperCase(letter) ? 0.73 : 0.59;
  }
}
