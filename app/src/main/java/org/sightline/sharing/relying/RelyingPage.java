package org.sightline.sharing.relying;

import java.util.List;
import java.util.Map;
import org.sightline.web.Answers;

/// The agreements a piece of work relies on.
///
/// @param chair whether the reader says which
/// @param others agreements in force that can be relied on, by id
public record RelyingPage(
    String piece,
    String title,
    List<Line> relied,
    boolean chair,
    Answers form,
    Map<String, String> others) {

  public RelyingPage {
    relied = List.copyOf(relied);
  }

  /// @param purposes it is for, in words
  public record Line(String id, String title, String status, List<String> purposes) {}
}
