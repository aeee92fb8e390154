package org.sightline.network.together;

import java.util.UUID;
import org.sightline.documents.Copies;
import org.sightline.documents.Purpose;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.ManyPeople;
import org.sightline.network.ManyPeople.Named;
import org.sightline.network.OwnMaps;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The rings on paper, empty or as they were drawn (B95). The drawn one is for the young person: a
/// stamped copy, which nobody else is given.
@Controller
@RequestMapping("/network/exercises/{exercise}/own-maps")
class PrintsController {

  private final Exercises exercises;
  private final OwnMaps own;
  private final OwnSheets sheets;
  private final Copies copies;
  private final ManyPeople many;
  private final Words words;

  PrintsController(
      Exercises exercises,
      OwnMaps own,
      OwnSheets sheets,
      Copies copies,
      ManyPeople many,
      Words words) {
    this.exercises = exercises;
    this.own = own;
    this.sheets = sheets;
    this.copies = copies;
    this.many = many;
    this.words = words;
  }

  @GetMapping("/blank/sheet-{paper:a3|a4}.pdf")
  ResponseEntity<byte[]> empty(
      SignedIn who, @PathVariable String exercise, @PathVariable String paper) {
    exercises.find(who, WorkspaceId.of(exercise));
    return pdf("sheet-" + paper, sheets.empty(paper.equals("a3")));
  }

  @Fresh
  @GetMapping("/{subject}/copies")
  String copies(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    own.find(who, work, young).need();
    model.addAttribute(
        "page",
        new TellingPage(DrawingController.base(work, young), true, true, Answers.none(words)));
    return "network/together/copies";
  }

  @Fresh
  @GetMapping("/{subject}/copies/map-{paper:a3|a4}.pdf")
  ResponseEntity<byte[]> drawn(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String paper) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    var drawn = own.find(who, work, young).need();
    many.require(who, Named.around(work, young, drawn.map()));
    byte[] file =
        copies.take(
            who,
            new Copies.Original("network.own-map-pdf", work, young),
            new Copies.Occasion(Purpose.TAKING_PART, words.say("network.own.copy.for")),
            stamp -> sheets.drawn(drawn.map(), paper.equals("a3"), stamp));
    return pdf("map-" + paper, file);
  }

  private static ResponseEntity<byte[]> pdf(String name, byte[] file) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"")
        .body(file);
  }
}
