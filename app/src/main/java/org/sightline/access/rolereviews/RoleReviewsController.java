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
    return step(reviews::keep, who, review, role, "kept", redirect);
  }

  @Fresh
  @PostMapping("/role-reviews/{review}/roles/{role}/ending")
  String end(
      SignedIn who,
      @PathVariable String review,
      @PathVariable String role,
      RedirectAttributes redirect) {
    return step(reviews::end, who, review, role, "ended", redirect);
  }

  @Fresh
  @PostMapping("/role-reviews/{review}/roles/{role}/undoing")
  String undo(
      SignedIn who,
      @PathVariable String review,
      @PathVariable String role,
      RedirectAttributes redirect) {
    return step(reviews::undo, who, review, role, "undone", redirect);
  }

  /// What one press does to one line.
  private interface Step {
    void take(SignedIn who, UUID review, UUID role);
  }

  /// Takes it, and goes back to the line that was pressed.
  private String step(
      Step step,
      SignedIn who,
      String review,
      String role,
      String said,
      RedirectAttributes redirect) {
    UUID id = Ids.parse(review);
    UUID line = Ids.parse(role);
    step.take(who, id, line);
    Notice.leave(redirect, words.say("access.role-reviews." + said));
    return "redirect:/role-reviews/" + id + "#role-" + line;
  }
}
