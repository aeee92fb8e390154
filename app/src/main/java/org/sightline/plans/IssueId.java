package org.sightline.plans;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One issue of a plan.
public record IssueId(UUID value) {

  public static IssueId random() {
    return new IssueId(UUID.randomUUID());
  }

  /// @throws org.sightline.kernel.NotThere when the text is no id
  public static IssueId of(String text) {
    return new IssueId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
