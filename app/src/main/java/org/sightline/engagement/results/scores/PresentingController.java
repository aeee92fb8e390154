package org.sightline.engagement.results.scores;

import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The results for leadership team or student council (A65), one slide a page.
@Controller
class PresentingController {

  private final ScoreSheets sheets;
  private final Rounds rounds;
  private final Words words;

  PresentingController(ScoreSheets sheets, Rounds rounds, Words words) {
    this.sheets = sheets;
    this.rounds = rounds;
    this.words = words;
  }

  @GetMapping("/engagement/rounds/{round}/results/presenting")
  String start(@PathVariable String round) {
    return "redirect:/engagement/rounds/%s/results/presenting/1".formatted(WorkspaceId.of(round));
  }

  @GetMapping("/engagement/rounds/{round}/results/presenting/{number}")
  String show(SignedIn who, @PathVariable String round, @PathVariable int number, Model model) {
    var found = rounds.find(who, WorkspaceId.of(round));
    var sheet = sheets.forRoom(who, found).orElseThrow(NotThere::new);
    var slides = Slide.of(sheet, words);
    if (number < 1 || number > slides.size()) {
      throw new NotThere();
    }
    var results = "/engagement/rounds/%s/results".formatted(found.id());
    model.addAttribute(
        "page",
        new PresentingPage(
            slides.get(number - 1),
            number,
            slides.size(),
            number == 1 ? null : results + "/presenting/" + (number - 1),
            number == slides.size() ? null : results + "/presenting/" + (number + 1),
            "/engagement/rounds/" + found.id()));
    return "engagement/results/presenting";
  }
}
