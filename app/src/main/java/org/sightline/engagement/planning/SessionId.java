package org.sightline.engagement.planning;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One sitting with one group.
public record SessionId(UUID value) {

  public static SessionId random() {
    return new SessionId(UUID.randomUUID());
  }

  public static SessionId of(String text) {
    return new SessionId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
