package org.sightline.network.taking;

import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.documents.Copies;
import org.sightline.documents.Purpose;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.ManyPeople;
import org.sightline.network.ManyPeople.Named;
import org.sightline.network.MapCopies;
import org.sightline.network.Maps;
import org.sightline.network.NamesGone;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Conditions;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes a map out: a picture to print or to paste, and files for other programs.
@Controller
class TakingController {

  private final Maps maps;
  private final Casework casework;
  private final Making making;
  private final Copies copies;
  private final ManyPeople many;
  private final NamesGone gone;
  private final MapCopies held;
  private final Words words;

  TakingController(
      Maps maps,
      Casework casework,
      Making making,
      Copies copies,
      ManyPeople many,
      NamesGone gone,
      MapCopies held,
      Words words) {
    this.maps = maps;
    this.casework = casework;
    this.making = making;
    this.copies = copies;
    this.many = many;
    this.gone = gone;
    this.held = held;
    this.words = words;
  }

  @Fresh
  @GetMapping("/network/maps/{work}/copies")
  String show(
      SignedIn who,
      @PathVariable String work,
      Purpose purpose,
      @RequestParam(required = false) @Nullable String without,
      @RequestParam(required = false) @Nullable String only,
      @RequestParam(required = false) @Nullable String around,
      Model model) {
    var id = requireDrawer(who, work);
    var screen = OnScreen.of(without, only, around);
    String title = casework.find(who, id).purpose().title();
    var sight = maps.see(who, id);
    var picture = sight.picture();
    var named = Named.on(id, "map", picture);
    var second =
        named.areMany()
            ? new ManyPage(named, many.asked(who, named).orElse(null), Answers.none(words))
            : null;
    model.addAttribute(
        "page",
        new TakingPage(
            id,
            title,
            purpose,
            conditions(picture),
            second,
            screen.query(),
            screen.parts(),
            screen.isAll() ? "" : making.said(sight, screen)));
    return "network/taking/taking";
  }

  @Fresh
  @GetMapping("/network/maps/{work}/copies/{file}")
  ResponseEntity<byte[]> take(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String file,
      Purpose purpose,
      @RequestParam(required = false) @Nullable String without,
      @RequestParam(required = false) @Nullable String only,
      @RequestParam(required = false) @Nullable String around) {
    var taken = Taken.of(file);
    var screen = OnScreen.of(without, only, around);
    var id = requireDrawer(who, work);
    var sight = maps.see(who, id);
    many.require(who, Named.on(id, "map", sight.picture()));
    byte[] bytes =
        copies.take(
            who,
            new Copies.Original(taken.copy(), id, id.value()),
            purpose,
            stamp -> making.make(taken, sight, screen, stamp));
    gone.map(who, id, sight.picture());
    var on = making.on(taken, sight, screen);
    held.note(who, id, new MapCopies.Shown(taken.copy(), sight.picture().last(), on));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(taken.type()))
        .header("Content-Disposition", "attachment; filename=\"" + taken.file() + "\"")
        .body(bytes);
  }

  private String conditions(Picture picture) {
    int lines = Conditions.on(picture);
    return lines == 0
        ? ""
        : words.say("network.conditions.some", words.count("network.conditions.lines", lines));
  }

  private WorkspaceId requireDrawer(SignedIn who, String work) {
    var id = WorkspaceId.of(work);
    if (!maps.mayDraw(who, id)) {
      throw new NotThere();
    }
    return id;
  }
}
