package org.sightline.access.rolereviews;

import java.util.List;
import org.sightline.access.RoleReviews;

/// What the reader has to look through, and what has been.
public record RoleReviewsPage(List<RoleReviews.Review> reviews) {

  public RoleReviewsPage {
    reviews = List.copyOf(reviews);
  }

  public List<RoleReviews.Review> open() {
    return reviews.stream().filter(review -> review.done() == null).toList();
  }

  public List<RoleReviews.Review> done() {
    return reviews.stream().filter(review -> review.done() != null).toList();
  }
}
