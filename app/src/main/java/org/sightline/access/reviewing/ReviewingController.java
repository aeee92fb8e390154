package org.sightline.access.reviewing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.GlassReviews;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ReviewingController {

  private static final int LONGEST = 2_000;

  private final GlassReviews reviews;
  private final Words words;

  ReviewingController(GlassReviews reviews, Words words) {
    this.reviews = reviews;
    this.words = words;
  }

  @GetMapping("/break-glass-reviews")
  String list(SignedIn who, Model model) {
    return page(who, null, "", null, model);
  }

  @PostMapping("/break-glass-reviews/{glass}")
  String review(
      SignedIn who,
      @PathVariable String glass,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String note,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var id = Ids.parse(glass);
    var chosen =
        List.of(GlassReviews.Outcome.values()).stream()
            .filter(each -> each.name().equals(outcome))
            .findFirst();
    if (chosen.isEmpty() || note.length() > LONGEST) {
      String page = page(who, id, note, chosen.isEmpty() ? "outcome" : "note", model);
      response.setStatus(422);
      return page;
    }
    reviews.review(who, id, chosen.get(), note);
    Notice.leave(redirect, words.say("access.reviewing.kept"));
    return "redirect:/break-glass-reviews";
  }

  private String page(
      SignedIn who, @Nullable UUID wrong, String note, @Nullable String problem, Model model) {
    var all = reviews.all(who);
    if (wrong != null && all.stream().noneMatch(one -> one.id().equals(wrong))) {
      throw new org.sightline.kernel.NotThere();
    }
    model.addAttribute("page", new ReviewingPage(all, wrong, note, problem));
    return "access/reviewing/reviews";
  }
}
