package org.sightline.engagement.running;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.Concerns;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Moments;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The run sheet. Its script sends what was recorded with `script=yes` and wants no page back.
@Controller
@RequestMapping("/engagement/sessions/{session}/running")
class RunningController {

  private final Runs runs;
  private final RunSheetOpenings openings;
  private final Sessions sessions;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final Concerns concerns;
  private final Words words;
  private final Clock clock;

  RunningController(
      Runs runs,
      RunSheetOpenings openings,
      Sessions sessions,
      Rounds rounds,
      FloorPlans plans,
      Concerns concerns,
      Words words,
      Clock clock) {
    this.runs = runs;
    this.openings = openings;
    this.sessions = sessions;
    this.rounds = rounds;
    this.plans = plans;
    this.concerns = concerns;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String session, Model model) {
    var opened = openings.of(who, SessionId.of(session));
    var found = opened.session();
    var named = opened.named().places();
    var sheet = RunSheet.of(found.details()).filled(text -> Words.fillIn(text, named));
    model.addAttribute(
        "page",
        RunSheetPage.of(
            found, sheet, opened.run(), clock.instant(), opened.questions(), opened.zones()));
    return found.state() == Session.State.CLOSED
        ? "engagement/running/notes"
        : "engagement/running/run-sheet";
  }

  @PostMapping("/stages")
  ResponseEntity<Void> time(
      SignedIn who,
      @PathVariable String session,
      @RequestParam String stage,
      @RequestParam(required = false) @Nullable Integer elapsed,
      @RequestParam boolean running,
      @RequestParam(required = false) @Nullable Long age,
      @RequestParam(required = false) @Nullable String script) {
    runs.time(who, SessionId.of(session), stage, elapsed, running, writtenAt(age));
    return done(session, script);
  }

  @PostMapping("/cues")
  ResponseEntity<Void> said(
      SignedIn who,
      @PathVariable String session,
      @RequestParam String line,
      @RequestParam(required = false) @Nullable Long age,
      @RequestParam(required = false) @Nullable String script) {
    runs.said(who, SessionId.of(session), line, writtenAt(age));
    return done(session, script);
  }

  /// A count that is not sent, or is sent as the page showed it, stays as somebody else has set it
  /// meanwhile.
  @PostMapping("/counts")
  ResponseEntity<Void> count(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(required = false) @Nullable Integer out,
      @RequestParam(required = false) @Nullable Integer in,
      @RequestParam(required = false) @Nullable Integer left,
      @RequestParam(required = false) @Nullable Integer shownOut,
      @RequestParam(required = false) @Nullable Integer shownIn,
      @RequestParam(required = false) @Nullable Integer shownLeft,
      @RequestParam(required = false) @Nullable String script) {
    runs.count(
        who,
        SessionId.of(session),
        unlessShown(out, shownOut),
        unlessShown(in, shownIn),
        unlessShown(left, shownLeft));
    return done(session, script);
  }

  private static @Nullable Integer unlessShown(@Nullable Integer count, @Nullable Integer shown) {
    return count == null || count.equals(shown) ? null : count;
  }

  /// Without a script the warning about names comes after the note is kept, beside its "Strike
  /// out".
  @PostMapping("/notes")
  Object note(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "") String entry,
      @RequestParam(defaultValue = "") String under,
      @RequestParam String text,
      @RequestParam(required = false) @Nullable String script,
      RedirectAttributes redirect) {
    UUID id = entry.isEmpty() ? UUID.randomUUID() : Ids.parse(entry);
    boolean isZone = under.startsWith("zone:");
    boolean isQuestion = under.startsWith("question:");
    runs.note(
        who,
        SessionId.of(session),
        id,
        isQuestion ? under.substring("question:".length()) : null,
        isZone ? ZoneKey.of(under.substring("zone:".length())) : null,
        text);
    if (script != null) {
      return done(session, script);
    }
    // The plan's words only ever take names away from what was found: most notes need no plan.
    if (!new NamesSomebody(List.of()).in(text).isEmpty()
        && !new NamesSomebody(placeNames(who, session)).in(text).isEmpty()) {
      // The name itself is not repeated: what is left for the next page lies unsealed in the
      // sign-in.
      Notice.leave(redirect, words.say("engagement.run-sheet.screen.nameWarning"));
    }
    return "redirect:/engagement/sessions/" + SessionId.of(session) + "/running";
  }

  @PostMapping("/strikings")
  ResponseEntity<Void> strike(
      SignedIn who,
      @PathVariable String session,
      @RequestParam String note,
      @RequestParam(required = false) @Nullable String script) {
    runs.strike(who, SessionId.of(session), Ids.parse(note));
    return done(session, script);
  }

  /// "Note for later": passed on behind the wall, and nothing of it comes back (practice.md 6). A
  /// worry may come up after the session has closed, and what waited for a connection may arrive
  /// then: it is taken at any time (A07).
  @PostMapping("/later")
  Object later(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "") String entry,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable Long age,
      @RequestParam(required = false) @Nullable String script,
      RedirectAttributes redirect) {
    if (text.isBlank() || text.length() > 4_000) {
      throw new Refused(words.say("engagement.running.later-wrong"));
    }
    Session found = sessions.find(who, SessionId.of(session));
    var id = entry.isEmpty() ? ConcernId.random() : ConcernId.of(entry);
    concerns.noteForLater(
        who,
        id,
        rounds.find(who, found.round()).school(),
        found.round(),
        found.id().value(),
        text.strip(),
        writtenAt(age));
    if (script != null) {
      return done(session, script);
    }
    Notice.leave(redirect, words.say("concerns.concern-form.noteForLater.saved"));
    return "redirect:/engagement/sessions/" + found.id() + "/running";
  }

  private List<String> placeNames(SignedIn who, String session) {
    var round = rounds.find(who, sessions.find(who, SessionId.of(session)).round());
    return plans.version(who, round.planVersion()).zones().stream().map(Zone::name).toList();
  }

  /// When what was sent was written.
  ///
  /// @param age in seconds as the page's script counted them when it could send at last
  private Instant writtenAt(@Nullable Long age) {
    return Moments.ago(age, clock.instant());
  }

  private static ResponseEntity<Void> done(String session, @Nullable String script) {
    if (script != null) {
      return ResponseEntity.noContent().build();
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Location", "/engagement/sessions/" + SessionId.of(session) + "/running")
        .build();
  }
}
