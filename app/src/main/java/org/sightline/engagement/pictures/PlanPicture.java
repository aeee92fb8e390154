package org.sightline.engagement.pictures;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The picture under the zones, or none, when the zones are labelled boxes (A44).
///
/// @param href a `data:` URI of PNG or JPEG, or an address on our own site starting with one `/`,
///     or `null` for none; only `data:` URIs print
/// @param aspect width divided by height, from 0.2 to 5
public record PlanPicture(@Nullable String href, double aspect) {

  private static final Pattern DATA =
      Pattern.compile("data:image/(png|jpeg);base64,[A-Za-z0-9+/=]*+");
  private static final Pattern OWN_SITE = Pattern.compile("/[\\w.~%-][\\w.~%/?=&-]*+");

  public PlanPicture {
    if (!(aspect >= 0.2 && aspect <= 5)) {
      throw new IllegalArgumentException(
          "A plan cannot be %s times as wide as high".formatted(aspect));
    }
    if (href != null && !DATA.matcher(href).matches() && !OWN_SITE.matcher(href).matches()) {
      throw new IllegalArgumentException(
          "A plan's picture is a data: URI of PNG or JPEG, or an address on this site");
    }
  }

  public static PlanPicture labelledBoxes(double aspect) {
    return new PlanPicture(null, aspect);
  }
}
