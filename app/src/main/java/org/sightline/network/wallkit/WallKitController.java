package org.sightline.network.wallkit;

import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.documents.Copies;
import org.sightline.documents.Purpose;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.ManyPeople;
import org.sightline.network.ManyPeople.Named;
import org.sightline.network.Maps;
import org.sightline.network.NamesGone;
import org.sightline.network.OwnWords;
import org.sightline.network.WallKits;
import org.sightline.web.Fresh;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Prints what a meeting on paper needs (B78). Letters stand in place of names unless names are
/// asked for.
@Controller
@RequestMapping("/network/maps/{work}/wall-kit")
class WallKitController {

  private final WallKits kits;
  private final WallSheets sheets;
  private final Casework casework;
  private final Exercises exercises;
  private final OwnWords own;
  private final Copies copies;
  private final Maps maps;
  private final ManyPeople many;
  private final NamesGone gone;
  private final Words words;

  WallKitController(
      WallKits kits,
      WallSheets sheets,
      Casework casework,
      Exercises exercises,
      OwnWords own,
      Copies copies,
      Maps maps,
      ManyPeople many,
      NamesGone gone,
      Words words) {
    this.kits = kits;
    this.sheets = sheets;
    this.casework = casework;
    this.exercises = exercises;
    this.own = own;
    this.copies = copies;
    this.maps = maps;
    this.many = many;
    this.gone = gone;
    this.words = words;
  }

  @Fresh
  @GetMapping
  String show(SignedIn who, @PathVariable String work, Purpose purpose, Model model) {
    var id = WorkspaceId.of(work);
    var rows =
        kits.labels(who, id).stream()
            .map(label -> new WallKitPage.Row(sheets.mark(label), label.name()))
            .toList();
    model.addAttribute("page", new WallKitPage(id, title(who, id), purpose, rows));
    return "network/wallkit/kit";
  }

  @GetMapping("/legend.pdf")
  ResponseEntity<byte[]> legend(SignedIn who, @PathVariable String work) {
    casework.find(who, WorkspaceId.of(work));
    return pdf("legend.pdf", sheets.legend());
  }

  @Fresh
  @GetMapping("/sheet.pdf")
  ResponseEntity<byte[]> sheet(SignedIn who, @PathVariable String work, Purpose purpose) {
    var id = WorkspaceId.of(work);
    kits.labels(who, id);
    String title = title(who, id);
    var exercise = exercise(who, id);
    String objective = exercise == null ? null : exercise.text().objective();
    String label = exercise == null ? null : own.label(who, exercise);
    byte[] file =
        copies.take(
            who,
            new Copies.Original("network.wall-sheet", id, id.value()),
            purpose,
            stamp -> sheets.sheet(title, label, objective, stamp));
    return pdf("sheet.pdf", file);
  }

  @Fresh
  @GetMapping("/labels-{as:letters|names}.pdf")
  ResponseEntity<byte[]> labels(
      SignedIn who, @PathVariable String work, @PathVariable String as, Purpose purpose) {
    var id = WorkspaceId.of(work);
    var labels = kits.labels(who, id);
    var names = as.equals("names") ? maps.open(who, id) : null;
    if (names != null) {
      many.require(who, Named.on(id, "map", names));
    }
    byte[] file =
        copies.take(
            who,
            new Copies.Original("network.wall-labels", id, id.value()),
            purpose,
            stamp -> sheets.labels(labels, names != null, stamp));
    if (names != null) {
      gone.map(who, id, names);
    }
    return pdf("labels-" + as + ".pdf", file);
  }

  private @Nullable Exercise exercise(SignedIn who, WorkspaceId work) {
    boolean isOne = exercises.mine(who).stream().anyMatch(each -> each.id().equals(work));
    return isOne ? exercises.find(who, work) : null;
  }

  private String title(SignedIn who, WorkspaceId work) {
    return words.say("network.map.title", casework.find(who, work).purpose().title());
  }

  private static ResponseEntity<byte[]> pdf(String name, byte[] file) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(file);
  }
}
