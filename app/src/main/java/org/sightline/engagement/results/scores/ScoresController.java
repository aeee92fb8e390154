package org.sightline.engagement.results.scores;

import org.sightline.documents.Purpose;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.Publications;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ScoresController {

  private final ScoreSheets sheets;
  private final Rounds rounds;
  private final Publications publications;

  ScoresController(ScoreSheets sheets, Rounds rounds, Publications publications) {
    this.sheets = sheets;
    this.rounds = rounds;
    this.publications = publications;
  }

  @GetMapping("/engagement/rounds/{round}/results")
  String show(SignedIn who, @PathVariable String round, Purpose purpose, Model model) {
    model.addAttribute("purpose", purpose);
    var found = rounds.find(who, WorkspaceId.of(round));
    var roles = publications.rolesOf(who, found.id());
    boolean owner = roles.contains(Role.ROUND_OWNER);
    model.addAttribute(
        "page",
        new ScoresPage(
            "/engagement/rounds/" + found.id(),
            found.title(),
            sheets.forReader(who, found).orElse(null),
            owner,
            owner || roles.contains(Role.SAFEGUARDING_LEAD),
            owner || roles.contains(Role.FACILITATOR),
            found.before() != null));
    return "engagement/results/scores";
  }

  @GetMapping("/engagement/rounds/{round}/results/floors/{position}.png")
  ResponseEntity<byte[]> floor(
      SignedIn who, @PathVariable String round, @PathVariable int position) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .body(sheets.picture(who, WorkspaceId.of(round), position));
  }
}
