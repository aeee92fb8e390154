package org.sightline.concerns.raising;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.concerns.ConcernForm;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.Concerns;
import org.sightline.concerns.Moments;
import org.sightline.concerns.Naming;
import org.sightline.concerns.Receipt;
import org.sightline.concerns.Stage;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class RaisingController {

  private final Concerns concerns;
  private final ConcernForm form;
  private final Naming naming;
  private final Words words;
  private final Clock clock;

  RaisingController(Concerns concerns, ConcernForm form, Naming naming, Words words, Clock clock) {
    this.concerns = concerns;
    this.form = form;
    this.naming = naming;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/concerns/raising")
  String show(
      SignedIn who,
      @RequestParam(defaultValue = "") String round,
      @RequestParam(defaultValue = "") String session,
      @RequestParam(defaultValue = "") String stage,
      Model model) {
    var fields = new LinkedMultiValueMap<String, String>();
    fields.add("id", ConcernId.random().toString());
    fields.add("round", round);
    fields.add("session", session);
    fields.add("when-raised", Stage.of(stage).map(Stage::key).orElse(""));
    return page(who, new RaisingForm(form, fields), Map.of(), model);
  }

  @PostMapping("/concerns/raising")
  String raise(
      SignedIn who,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletResponse response,
      Model model) {
    var raising = new RaisingForm(form, fields);
    var problems = raising.problems(words);
    if (!problems.isEmpty()) {
      response.setStatus(422);
      return page(who, raising, problems, model);
    }
    var school = concerns.schoolFor(who, raising.round());
    var receipt = concerns.raise(who, raising.concern(school, clock.instant()));
    return "redirect:/concerns/raising/" + receipt.id();
  }

  @GetMapping("/concerns/raising/receipts")
  String receipts(SignedIn who, Model model) {
    List<ReceiptsPage.Row> rows =
        concerns.receipts(who).stream()
            .map(
                receipt ->
                    new ReceiptsPage.Row(
                        receipt.code(), Moments.inWords(receipt.on()), readers(receipt)))
            .toList();
    model.addAttribute("page", new ReceiptsPage(rows));
    return "concerns/raising/receipts";
  }

  @GetMapping("/concerns/raising/{id}")
  String receipt(SignedIn who, @PathVariable String id, Model model) {
    var receipt = concerns.receipt(who, ConcernId.of(id));
    var places =
        new HashMap<>(
            Map.of(
                "role", readers(receipt),
                "date", Moments.inWords(receipt.on()),
                "receipt", receipt.code(),
                "councilPhone", words.say("concerns.phone"),
                "designatedOfficerPhone", words.say("concerns.phone")));
    String danger =
        receipt.danger() ? words.fill("concerns.concern-form.receipts.dangerNow", places) : "";
    model.addAttribute(
        "page", new ReceiptPage(words.fill(key(receipt), places), danger, !receipt.to().isEmpty()));
    return "concerns/raising/receipt";
  }

  private String readers(Receipt receipt) {
    return receipt.to().isEmpty()
        ? words.say("concerns.nobody-here")
        : naming.inWords(receipt.to());
  }

  private static String key(Receipt receipt) {
    if (receipt.to().isEmpty()) {
      return "concerns.concern-form.receipts.nobodyHere";
    }
    return receipt.aboutAdult()
        ? "concerns.concern-form.receipts.otherRoute"
        : "concerns.concern-form.receipts.raised";
  }

  private String page(
      SignedIn who, RaisingForm raising, Map<String, String> problems, Model model) {
    var school = concerns.schoolFor(who, raising.round());
    model.addAttribute(
        "page",
        new RaisingPage(
            raising.id().toString(),
            String.join("", raising.typed("round")),
            String.join("", raising.typed("session")),
            form.questions(),
            Map.copyOf(raising.fields()),
            problems,
            naming.places(who, school)));
    return "concerns/raising/raising";
  }
}
