package org.sightline.network.filing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sightline.access.Users;
import org.sightline.documents.Purpose;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.Filing;
import org.sightline.network.Filing.Part;
import org.sightline.network.Filing.Receipt;
import org.sightline.network.Filings;
import org.sightline.network.OwnWords;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/network/exercises/{exercise}/sessions/{session}/filing")
class FilingController {

  private final Exercises exercises;
  private final Runs runs;
  private final Filings filings;
  private final PaperDesk desk;
  private final OwnWords own;
  private final Users users;
  private final Words words;

  FilingController(
      Exercises exercises,
      Runs runs,
      Filings filings,
      PaperDesk desk,
      OwnWords own,
      Users users,
      Words words) {
    this.exercises = exercises;
    this.runs = runs;
    this.filings = filings;
    this.desk = desk;
    this.own = own;
    this.users = users;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      Purpose purpose,
      Model model) {
    var run = runs.find(who, exercise, session);
    var form = Answers.none(words).with("day", exercises.today());
    var minutes = run.filing().minutes();
    if (minutes != null) {
      form.with("pattern", minutes.pattern())
          .with("risk", minutes.risk())
          .with("words", minutes.words());
    }
    return page(who, run, purpose, form, model);
  }

  @PostMapping("/minutes")
  String write(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam Map<String, String> values,
      Purpose purpose,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var run = runs.find(who, exercise, session);
    var form = new Answers(words, values);
    if (!own.offered(who).titles().containsKey(form.value("pattern"))) {
      form.problem("pattern", words.say("network.minutes.pattern.missing"));
    }
    String risk = form.needLine("risk", "network.minutes.risk.missing");
    String said = form.lines("words");
    if (desk.namesSomebody(run.filing(), risk)) {
      form.problem("risk", words.say("network.minutes.risk.names"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, run, purpose, form, model);
    }
    filings.write(who, run.work(), run.id(), form.value("pattern"), risk, said == null ? "" : said);
    Notice.leave(redirect, words.say("network.minutes.kept"));
    return "redirect:" + run.at();
  }

  /// Says of many papers at once that they were filed.
  @PostMapping("/receipts")
  String file(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @RequestParam MultiValueMap<String, String> values,
      Purpose purpose,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var run = runs.find(who, exercise, session);
    var form = new Answers(words, values);
    var ticked = new HashMap<ElementId, Set<Part>>();
    for (var subject : run.filing().subjects()) {
      for (var part : Part.values()) {
        if (form.has("papers", key(subject, part))) {
          ticked.computeIfAbsent(subject.id(), id -> new TreeSet<>()).add(part);
        }
      }
    }
    if (ticked.isEmpty()) {
      form.problem("papers", words.say("network.filed.papers.missing"));
    }
    String where = form.needLine("where", "network.filed.where.missing");
    String reference = form.line("reference");
    var day = form.day("day", exercises.today(), "network.filed.day.wrong");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, run, purpose, form, model);
    }
    var said = new Receipt.Words(where, reference == null ? "" : reference, "");
    ticked.forEach(
        (subject, parts) ->
            filings.file(who, run.work(), run.id(), subject, parts, true, day.orElseThrow(), said));
    Notice.leave(redirect, words.say("network.filed.kept"));
    return "redirect:" + run.at();
  }

  @PostMapping("/{what:receipts|names}/{id}/{how:taking-back|return}")
  String takeBack(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String what,
      @PathVariable String id,
      @PathVariable String how,
      RedirectAttributes redirect) {
    boolean isBack = how.equals("taking-back");
    filings.takeBack(
        who,
        WorkspaceId.of(exercise),
        Ids.parse(session),
        what.equals("names") ? Filings.What.NAMED : Filings.What.RECEIPT,
        Ids.parse(id),
        isBack);
    Notice.leave(redirect, words.say(isBack ? "network.filing.back" : "network.filing.again"));
    return "redirect:" + Run.at(exercise, session);
  }

  private String page(SignedIn who, Run run, Purpose purpose, Answers form, Model model) {
    var filing = run.filing();
    var session = filing.session();
    var day = session.day();
    var due = filing.due();
    LocalDate today = exercises.today();
    model.addAttribute(
        "page",
        new FilingPage(
            run.exercise(),
            run.at(),
            day == null || !session.isHeld()
                ? ""
                : words.say("network.session.held-on", Dates.weekday(day)),
            due == null ? "" : counter(filing, due.lastDay(), today),
            due != null && filing.open() > 0 && today.isAfter(due.lastDay()),
            filing.minutes() != null && session.isHeld(),
            filing.sealed() != null,
            desk.title(who, filing),
            words.count("network.filing.open", filing.open()),
            filing.subjects().stream().map(one -> row(filing, one)).toList(),
            titles(who),
            purpose,
            form));
    return "network/filing/filing";
  }

  /// As the choices read: where the key risk will stand, dots stand.
  private Map<String, String> titles(SignedIn who) {
    var shown = new LinkedHashMap<>(own.offered(who).titles());
    shown.replaceAll((id, pattern) -> pattern.replace("{risk}", "…"));
    return shown;
  }

  /// How long there is, or was.
  private String counter(Filing filing, LocalDate last, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, last);
    String by = Dates.weekday(last);
    if (filing.open() == 0) {
      return words.say("network.filing.all", by);
    }
    if (left < 0) {
      return words.say("network.filing.late", words.count("network.days", -left), by);
    }
    return words.say("network.filing.left", words.count("network.days", left), by);
  }

  private FilingPage.Row row(Filing filing, Element subject) {
    String name = subject.value(Field.LABEL);
    return new FilingPage.Row(
        subject.id().toString(),
        name,
        filing.letters().getOrDefault(subject.id(), ""),
        Arrays.stream(Part.values()).map(part -> cell(filing, subject, part, name)).toList());
  }

  private FilingPage.Cell cell(Filing filing, Element subject, Part part, String name) {
    var receipt = filing.receipt(subject.id(), part);
    return new FilingPage.Cell(
        key(subject, part),
        words.say("network.filing." + part),
        words.say("network.filing.tick." + part, name),
        receipt == null ? "" : receipt.ids().id().toString(),
        receipt == null ? "" : said(receipt) + changed(filing, receipt));
  }

  /// What lies on a file is not what the minutes say now (RR-02).
  private String changed(Filing filing, Receipt receipt) {
    var minutes = filing.minutes();
    boolean isOld =
        receipt.isFiled()
            && receipt.part() == Part.MINUTES
            && minutes != null
            && minutes.at().isAfter(receipt.at());
    return isOld ? " " + words.say("network.filed.old") : "";
  }

  private String said(Receipt receipt) {
    var said = receipt.words();
    if (!receipt.isFiled()) {
      return words.say("network.filed.not", said.because(), users.nameOf(receipt.by()));
    }
    String where =
        said.reference().isEmpty()
            ? said.where()
            : words.say("network.filed.reference", said.where(), said.reference());
    return words.say(
        "network.filed.in", where, Dates.day(receipt.day()), users.nameOf(receipt.by()));
  }

  private static String key(Element subject, Part part) {
    return subject.id() + " " + part;
  }
}
