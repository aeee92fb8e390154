package org.sightline.engagement.keying;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.Concerns;
import org.sightline.concerns.Naming;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.web.Notice;
import org.sightline.web.Words;
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

/// The page for a pile. Its script sends the same forms and reads the same pages as a browser
// without
/// one. A label is always posted, so that no address and no log of addresses holds one.
@Controller
@RequestMapping("/engagement/sessions/{session}/keying")
class KeyingController {

  private final Keying keying;
  private final PrintedSheets sheets;
  private final Sessions sessions;
  private final Concerns concerns;
  private final Naming naming;
  private final Words words;

  KeyingController(
      Keying keying,
      PrintedSheets sheets,
      Sessions sessions,
      Concerns concerns,
      Naming naming,
      Words words) {
    this.keying = keying;
    this.sheets = sheets;
    this.sessions = sessions;
    this.concerns = concerns;
    this.naming = naming;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "1") String pass,
      Model model) {
    return page(who, SessionId.of(session), Pass.of(pass), KeyingForm.empty(), null, null, model);
  }

  @GetMapping("/floors/{position}")
  ResponseEntity<byte[]> picture(
      SignedIn who, @PathVariable String session, @PathVariable int position) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .body(keying.picture(who, SessionId.of(session), position));
  }

  /// Opens the sheet with a label: empty, or as the person keyed it before. To the page's script
  // (`script`)
  /// a label that cannot be opened is an answer like another, so it comes with 200.
  @PostMapping("/opening")
  String open(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "1") String pass,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response) {
    var id = SessionId.of(session);
    var form = KeyingForm.read(fields, keying.sheet(who, id));
    int no = fields.containsKey("script") ? 200 : 422;
    return switch (keying.open(who, id, Pass.of(pass), form.label())) {
      case Opened.Fresh fresh ->
          page(
              who,
              id,
              Pass.of(pass),
              new KeyingForm(fresh.label().letters(), 0, form.reading()),
              null,
              null,
              model);
      case Opened.Yours yours ->
          page(
              who,
              id,
              Pass.of(pass),
              new KeyingForm(yours.label().letters(), yours.version(), yours.reading()),
              null,
              null,
              model);
      case Opened.Unknown unknown ->
          no(who, id, Pass.of(pass), form, KeyingSentences.UNKNOWN, no, model, response);
      case Opened.TakenOut gone ->
          no(who, id, Pass.of(pass), form, KeyingSentences.TAKEN_OUT, no, model, response);
      case Opened.Theirs theirs ->
          no(who, id, Pass.of(pass), form, KeyingSentences.THEIRS, no, model, response);
      case Opened.YoursBefore before ->
          no(who, id, Pass.of(pass), form, KeyingSentences.YOURS_BEFORE, no, model, response);
    };
  }

  @PostMapping
  String key(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "1") String pass,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    var form = KeyingForm.read(fields, keying.sheet(who, id));
    var label = SheetLabel.read(form.label());
    try {
      if (label.isEmpty()) {
        throw new Refused(KeyingSentences.UNKNOWN);
      }
      keying.key(who, id, Pass.of(pass), label.get(), form.version(), form.reading());
    } catch (Refused refused) {
      int status = refused instanceof Stale ? 412 : 422;
      return no(who, id, Pass.of(pass), form, refused.sentence(), status, model, response);
    }
    Notice.leave(redirect, words.say("engagement.keying.saved"));
    return again(id, pass);
  }

  @PostMapping("/removing")
  String remove(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "1") String pass,
      @RequestParam String label,
      @RequestParam(defaultValue = "0") int version,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    var read = SheetLabel.read(label).orElseThrow(() -> new Refused(KeyingSentences.UNKNOWN));
    keying.remove(who, id, Pass.of(pass), read, version);
    Notice.leave(redirect, words.say("engagement.keying.removed"));
    return again(id, pass);
  }

  /// A label for a sheet that has none. Shown in the answer itself: were there a redirect between,
  // the label
  /// would lie in the stored sign-in meanwhile, and labels lie nowhere but with their sheets.
  @PostMapping("/labels")
  String label(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "1") String pass,
      Model model) {
    var id = SessionId.of(session);
    var label = sheets.label(who, id);
    return page(who, id, Pass.of(pass), KeyingForm.empty(), null, label.letters(), model);
  }

  /// Writing on a map goes to the safeguarding lead (practice.md 7). No label is taken.
  @PostMapping("/writing")
  String pass(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "1") String pass,
      @RequestParam(defaultValue = "") String concern,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    if (text.isBlank() || text.length() > 4000) {
      throw new Refused(words.say("engagement.keying.writing-empty"));
    }
    var round = sessions.find(who, id).round();
    var school = concerns.schoolFor(who, round);
    var receipt =
        concerns.raiseFromKeying(who, ConcernId.of(concern), school, round, id.value(), text);
    Notice.leave(
        redirect,
        words.say("concerns.concern-form.writingOnMap.saved")
            + " "
            + words.say("engagement.keying.receipt", receipt.code()));
    return again(id, pass);
  }

  private String no(
      SignedIn who,
      SessionId session,
      Pass pass,
      KeyingForm form,
      String sentence,
      int status,
      Model model,
      HttpServletResponse response) {
    response.setStatus(status);
    return page(who, session, pass, form, sentence, null, model);
  }

  private String page(
      SignedIn who,
      SessionId session,
      Pass pass,
      KeyingForm form,
      @Nullable String problem,
      @Nullable String given,
      Model model) {
    var sheet = keying.sheet(who, session);
    var school = concerns.schoolFor(who, sessions.find(who, session).round());
    String lead =
        naming
            .places(who, school)
            .getOrDefault("lead", words.say("concerns.role.SAFEGUARDING_LEAD"));
    model.addAttribute(
        "page",
        KeyingPage.of(
            sheet,
            pass,
            keying.pile(who, session, pass),
            form,
            problem,
            given,
            lead,
            ConcernId.random().toString()));
    return "engagement/keying/keying";
  }

  private static String again(SessionId session, String pass) {
    return "redirect:" + KeyingPage.base(session) + (Pass.of(pass) == Pass.SECOND ? "?pass=2" : "");
  }
}
