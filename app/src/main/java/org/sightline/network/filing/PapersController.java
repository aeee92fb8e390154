package org.sightline.network.filing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sightline.access.Users;
import org.sightline.documents.Copies;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Purpose;
import org.sightline.documents.Sheet;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.network.Exercises;
import org.sightline.network.Filing;
import org.sightline.network.Filing.Part;
import org.sightline.network.Filing.Receipt;
import org.sightline.network.Filings;
import org.sightline.network.MapCopies;
import org.sightline.network.NamesGone;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
class PapersController {

  private final Exercises exercises;
  private final Runs runs;
  private final Filings filings;
  private final PaperDesk desk;
  private final Copies copies;
  private final NamesGone gone;
  private final MapCopies held;
  private final Pages pages;
  private final Users users;
  private final Words words;

  PapersController(
      Exercises exercises,
      Runs runs,
      Filings filings,
      PaperDesk desk,
      Copies copies,
      NamesGone gone,
      MapCopies held,
      Pages pages,
      Users users,
      Words words) {
    this.exercises = exercises;
    this.runs = runs;
    this.filings = filings;
    this.desk = desk;
    this.copies = copies;
    this.gone = gone;
    this.held = held;
    this.pages = pages;
    this.users = users;
    this.words = words;
  }

  /// What goes onto one file, to be read before it is filed.
  @GetMapping("/{subject}")
  String papers(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String subject,
      Purpose purpose,
      Model model) {
    return papers(
        who,
        runs.find(who, exercise, session),
        ElementId.of(subject),
        purpose,
        Answers.none(words),
        model);
  }

  @PostMapping("/{subject}/names")
  String name(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String subject,
      @RequestParam MultiValueMap<String, String> values,
      Purpose purpose,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var run = runs.find(who, exercise, session);
    var id = ElementId.of(subject);
    var form = new Answers(words, values);
    var others =
        PaperDesk.others(run.filing(), id).keySet().stream()
            .filter(one -> form.has("others", one))
            .map(ElementId::of)
            .toList();
    if (others.isEmpty()) {
      form.problem("others", words.say("network.named.others.missing"));
    }
    String because = form.needLine("because", "network.named.because.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return papers(who, run, id, purpose, form, model);
    }
    filings.name(who, run.work(), run.id(), id, others, because);
    Notice.leave(redirect, words.say("network.named.kept"));
    return "redirect:" + run.at() + "/" + id;
  }

  @PostMapping("/{subject}/not-filed")
  String notFiled(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String subject,
      @RequestParam Map<String, String> values,
      Purpose purpose,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var run = runs.find(who, exercise, session);
    var id = ElementId.of(subject);
    var form = new Answers(words, values);
    String because = form.needLine("whyNot", "network.filed.why-not.missing");
    var open = open(run.filing(), id);
    if (open.isEmpty()) {
      throw new NotThere();
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return papers(who, run, id, purpose, form, model);
    }
    filings.file(
        who,
        run.work(),
        run.id(),
        id,
        open,
        false,
        exercises.today(),
        new Receipt.Words("", "", because));
    Notice.leave(redirect, words.say("network.filed.kept"));
    return "redirect:" + run.at();
  }

  @Fresh
  @GetMapping("/{subject}/papers.pdf")
  ResponseEntity<byte[]> take(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String session,
      @PathVariable String subject,
      Purpose purpose) {
    var run = runs.withLetters(who, runs.find(who, exercise, session));
    var id = ElementId.of(subject);
    return file(MediaType.APPLICATION_PDF, name(run, id), pdf(who, run, id, purpose));
  }

  /// All of them in one archive: a file for each file they go onto, named by letter.
  @Fresh
  @GetMapping("/papers.zip")
  ResponseEntity<byte[]> takeAll(
      SignedIn who, @PathVariable String exercise, @PathVariable String session, Purpose purpose) {
    var run = runs.withLetters(who, runs.find(who, exercise, session));
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var subject : run.filing().subjects()) {
        zip.putNextEntry(new ZipEntry(name(run, subject.id())));
        zip.write(pdf(who, run, subject.id(), purpose));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file(
        MediaType.parseMediaType("application/zip"),
        "mapping-minutes-%s.zip".formatted(run.filing().session().day()),
        bytes.toByteArray());
  }

  private byte[] pdf(SignedIn who, Run run, ElementId subject, Purpose purpose) {
    var papers = desk.papers(who, run.exercise(), run.filing(), subject);
    byte[] file =
        copies.take(
            who,
            new Copies.Original("network.papers", run.work(), subject.value()),
            purpose,
            stamp ->
                Pdf.of(
                    pages.document("network/filing/document", papers),
                    Sheet.A4_PORTRAIT,
                    new PrintHeading(papers.title(), exercises.today(), stamp)));
    var filing = run.filing();
    var map = filing.sight().picture();
    gone.papers(who, run.work(), map, filing.namedTo(subject));
    held.note(who, run.work(), MapCopies.Shown.all("network.papers", map));
    return file;
  }

  private static String name(Run run, ElementId subject) {
    return "mapping-minutes-%s-%s.pdf"
        .formatted(run.filing().session().day(), run.filing().letters().get(subject));
  }

  private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }

  private String papers(
      SignedIn who, Run run, ElementId subject, Purpose purpose, Answers form, Model model) {
    var lettered = runs.withLetters(who, run);
    var filing = lettered.filing();
    model.addAttribute(
        "page",
        new PapersPage(
            run.exercise(),
            run.at(),
            run.at() + "/" + subject,
            desk.papers(who, run.exercise(), filing, subject),
            desk.conditions(filing, subject),
            PaperDesk.others(filing, subject),
            filing.named().stream()
                .filter(one -> one.subject().equals(subject))
                .map(
                    one ->
                        new PapersPage.Named(
                            one.id().toString(),
                            label(filing, one.other()),
                            one.because(),
                            users.nameOf(one.by())))
                .toList(),
            !open(filing, subject).isEmpty(),
            purpose,
            form));
    return "network/filing/papers";
  }

  private static List<Part> open(Filing filing, ElementId subject) {
    return Arrays.stream(Part.values())
        .filter(part -> filing.receipt(subject, part) == null)
        .toList();
  }

  private static String label(Filing filing, ElementId id) {
    var node = filing.sight().picture().find(id);
    return node == null ? "" : node.value(Field.LABEL);
  }
}
