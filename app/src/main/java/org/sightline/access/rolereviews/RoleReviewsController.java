package org.sightline.access.rolereviews;

import java.util.UUID;
import org.sightline.access.RoleReviews;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class RoleReviewsController {

  private final RoleReviews reviews;
  private final Words words;

  RoleReviewsController(RoleReviews reviews, Words words) {
    this.reviews = reviews;
    this.words = words;
  }

  @GetMapping("/role-reviews")
  String list(SignedIn who, Model model) {
    model.addAttribute("page", new RoleReviewsPage(reviews.mine(who)));
    return "access/rolereviews/reviews";
  }

  @Fresh
  @GetMapping("/role-reviews/{review}")
  String show(SignedIn who, @PathVariable String review, Model model) {
    model.addAttribute("page", reviews.find(who, Ids.parse(review)));
    return "access/rolereviews/review";
  }

  @Fresh
  @PostMapping("/role-reviews/{review}/roles/{role}/keeping")
  String keep(
      SignedIn who,
      @PathVariable String review,
      @PathVariable String role,
      RedirectAttributes redirect) {
    reviews.keep(who, Ids.parse(review), Ids.parse(role));
    return said(review, role, "kept", redirect);
  }

  @Fresh
  @PostMapping("/role-reviews/{review}/roles/{role}/ending")
  String end(
      SignedIn who,
      @PathVariable String review,
      @PathVariable String role,
      RedirectAttributes redirect) {
    reviews.end(who, Ids.parse(review), Ids.parse(role));
    return said(review, role, "ended", redirect);
  }

  @Fresh
  @PostMapping("/role-reviews/{review}/roles/{role}/undoing")
  String undo(
      SignedIn who,
      @PathVariable String review,
      @PathVariable String role,
      RedirectAttributes redirect) {
    reviews.undo(who, Ids.parse(review), Ids.parse(role));
    return said(review, role, "undone", redirect);
  }

  /// Back to the line that was pressed.
  private String said(String review, String role, String what, RedirectAttributes redirect) {
    UUID line = Ids.parse(role);
    Notice.leave(redirect, words.say("access.role-reviews." + what));
    return "redirect:/role-reviews/" + Ids.parse(review) + "#role-" + line;
  }
}
