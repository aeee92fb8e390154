package org.sightline.sharing.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.sharing.Agreement;

/// Every agreement the reader may see.
///
/// @param due those to look at again soon
/// @param keeps whether the reader writes them
public record RegisterPage(List<Row> rows, List<Row> due, boolean keeps) {

  /// @param standing the status in words
  /// @param late its review day has gone by
  public record Row(
      UUID id,
      String title,
      Agreement.Status status,
      String standing,
      List<String> parties,
      List<String> purposes,
      List<String> categories,
      List<String> restrictions,
      String owner,
      String document,
      LocalDate from,
      LocalDate review,
      boolean late) {}
}
