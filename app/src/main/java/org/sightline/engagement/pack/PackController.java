package org.sightline.engagement.pack;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The parts of a pack, and their printing. A printing answers with the file itself and not with a
/// redirect: it is kept nowhere, so there would be nothing to fetch.
@Controller
@RequestMapping("/engagement/sessions/{session}/pack")
class PackController {

  /// Says nothing about what it is or whom it is for.
  private static final String FILE = "print.pdf";

  private final Packs packs;
  private final Words words;

  PackController(Packs packs, Words words) {
    this.packs = packs;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String session, Model model) {
    Session found = packs.find(who, SessionId.of(session));
    return page(who, found, PackForm.offered(found), SheetChoice.USUAL, Map.of(), null, model);
  }

  /// @param part the one part to print, or `all`
  @PostMapping("/printing")
  @Nullable Object print(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "all") String part,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    Session found = packs.find(who, SessionId.of(session));
    var form = PackForm.sent(fields);
    var choice = SheetChoice.sent(fields);
    List<Part> wanted =
        part.equals("all")
            ? List.of(Part.values())
            : List.of(Part.of(part).orElseThrow(NotThere::new));
    var problems = new EnumMap<Part, String>(Part.class);
    form.wrong(wanted)
        .forEach(p -> problems.put(p, words.say("engagement.pack.wrong", title(p), Part.MOST)));
    String nothing =
        problems.isEmpty() && form.order(wanted).isEmpty()
            ? words.say("engagement.pack.nothing")
            : null;
    if (nothing != null || !problems.isEmpty()) {
      response.setStatus(422);
      return page(who, found, form, choice, problems, nothing, model);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + FILE + "\"")
        .body(packs.print(who, found.id(), form.order(wanted), choice));
  }

  private String page(
      SignedIn who,
      Session session,
      PackForm form,
      SheetChoice choice,
      Map<Part, String> problems,
      @Nullable String problem,
      Model model) {
    var rows = List.of(Part.values()).stream().map(p -> new PackPage.Row(p, form.of(p))).toList();
    boolean elsewhere = packs.plan(who, session).zones().stream().anyMatch(Zone::elsewhere);
    model.addAttribute("page", new PackPage(session, rows, choice, problems, problem, elsewhere));
    return "engagement/pack/pack";
  }

  private String title(Part part) {
    return words.say("engagement.pack." + part.slug() + ".title");
  }
}
