package org.sightline.engagement.consent;

import java.util.List;
import java.util.stream.IntStream;

/// Blank consent forms for print.
///
/// @param times how often it stands in the file
public record PrintPage(Register.Shown shown, int times) {

  PrintPage(Register.Shown shown) {
    this(shown, 1);
  }

  PrintPage copies(int count) {
    return new PrintPage(shown, count);
  }

  public FormWords words() {
    return shown.words();
  }

  public String look() {
    return shown.kind().slug();
  }

  public List<Integer> copies() {
    return IntStream.rangeClosed(1, times).boxed().toList();
  }
}
