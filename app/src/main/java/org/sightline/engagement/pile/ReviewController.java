package org.sightline.engagement.pile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.Concerns;
import org.sightline.concerns.Naming;
import org.sightline.engagement.marking.DrawnFloor;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Places of a pile, one after the other: one key decides.
@Controller
@RequestMapping("/engagement/sessions/{session}/pile/review")
class ReviewController {

  private final Reviewing reviewing;
  private final PileLooks looks;
  private final Sessions sessions;
  private final Concerns concerns;
  private final Naming naming;
  private final Words words;

  ReviewController(
      Reviewing reviewing,
      PileLooks looks,
      Sessions sessions,
      Concerns concerns,
      Naming naming,
      Words words) {
    this.reviewing = reviewing;
    this.looks = looks;
    this.sessions = sessions;
    this.concerns = concerns;
    this.naming = naming;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String session, Model model) {
    var id = SessionId.of(session);
    return page(who, id, reviewing.next(who, id), null, model);
  }

  private String page(
      SignedIn who, SessionId id, Reviewing.Next next, @Nullable String problem, Model model) {
    if (next.zone().isEmpty()) {
      return "redirect:" + PilePage.base(id);
    }
    var zone = next.zone().get();
    var place = next.sheet().zones().get(zone.place());
    var floors =
        next.sheet().floors().stream()
            .filter(floor -> floor.position() == place.floor())
            .map(
                floor ->
                    DrawnFloor.of(
                        next.sheet(), floor, "/engagement/sessions/" + id + "/keying/floors/"))
            .toList();
    model.addAttribute(
        "page",
        new ReviewPage(
            id,
            zone.id().toString(),
            zone.place() + 1,
            place.name(),
            place.key().toString(),
            List.copyOf(floors),
            next.decided(),
            next.of(),
            next.canUndo(),
            problem));
    return "engagement/pile/review";
  }

  @GetMapping("/zones/{zone}")
  ResponseEntity<byte[]> crop(
      SignedIn who, @PathVariable String session, @PathVariable String zone) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(reviewing.crop(who, SessionId.of(session), Ids.parse(zone)));
  }

  /// @param decision R, Y, G, B for blank, S to come back to it, ! for writing
  @PostMapping
  String decide(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String decision,
      Model model,
      HttpServletResponse response) {
    var id = SessionId.of(session);
    var place = Ids.parse(zone);
    try {
      switch (decision) {
        case "R" -> reviewing.decide(who, id, place, Looked.RED);
        case "Y" -> reviewing.decide(who, id, place, Looked.YELLOW);
        case "G" -> reviewing.decide(who, id, place, Looked.GREEN);
        case "B" -> reviewing.decide(who, id, place, Looked.BLANK);
        case "S" -> reviewing.skip(who, id, place);
        case "!" -> {
          return writing(who, id, zone, reviewing.sheetOf(who, id, place).letters(), model);
        }
        default -> throw new NotThere();
      }
    } catch (Stale before) {
      response.setStatus(412);
      return decidedBefore(who, id, before.sentence(), model);
    }
    return "redirect:" + PilePage.base(id) + "/review";
  }

  /// The next place, or the pile when there is none.
  private String decidedBefore(SignedIn who, SessionId id, String sentence, Model model) {
    var next = reviewing.next(who, id);
    if (next.zone().isPresent()) {
      return page(who, id, next, sentence, model);
    }
    model.addAttribute("page", looks.of(who, id, sentence));
    return "engagement/pile/pile";
  }

  @PostMapping("/undoing")
  String undo(SignedIn who, @PathVariable String session, RedirectAttributes redirect) {
    var id = SessionId.of(session);
    reviewing.undo(who, id);
    Notice.leave(redirect, words.say("engagement.pile.undone"));
    return "redirect:" + PilePage.base(id) + "/review";
  }

  @PostMapping("/writing")
  String passOn(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String concern,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    var receipt = reviewing.passOn(who, id, Ids.parse(zone), ConcernId.of(concern));
    Notice.leave(
        redirect,
        words.say("concerns.concern-form.writingOnMap.saved")
            + " "
            + words.say("engagement.keying.receipt", receipt.code()));
    return "redirect:" + PilePage.base(id) + "/review";
  }

  /// Shown in the answer itself: a label lies nowhere but with its sheet.
  private String writing(SignedIn who, SessionId session, String zone, String label, Model model) {
    var school = concerns.schoolFor(who, sessions.find(who, session).round());
    String lead =
        naming
            .places(who, school)
            .getOrDefault("lead", words.say("concerns.role.SAFEGUARDING_LEAD"));
    model.addAttribute(
        "page", new WritingPage(session, zone, label, lead, ConcernId.random().toString()));
    return "engagement/pile/writing";
  }
}
