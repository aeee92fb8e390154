package org.sightline.access.reviewing;

import org.sightline.access.GlassReviews;
import org.sightline.kernel.SignedIn;
import org.sightline.web.WaitingPlace;
import org.springframework.stereotype.Component;

/// Emergencies of which nobody has said what came of them.
@Component
class ReviewsWaiting implements WaitingPlace {

  private final GlassReviews reviews;

  ReviewsWaiting(GlassReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public String key() {
    return "access.reviewing.waits";
  }

  @Override
  public String href() {
    return "/break-glass-reviews";
  }

  @Override
  public boolean waitsFor(SignedIn who) {
    return reviews.isAwaited(who);
  }
}
