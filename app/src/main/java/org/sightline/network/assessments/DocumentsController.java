package org.sightline.network.assessments;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.contexts.floorplans.Intake;
import org.sightline.contexts.floorplans.PlanIntake;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSessions;
import org.sightline.network.ThresholdDocuments;
import org.sightline.network.ThresholdDocuments.Kind;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The threshold documents of an exercise (B50). What is sent is looked at in a process of its own:
/// a picture is drawn anew, a PDF whose first page can be read is kept as it is, and only ever
/// handed out to be saved.
@Controller
@RequestMapping("/network/exercises/{exercise}/assessments/documents")
class DocumentsController {

  private static final int MOST = 10 * 1024 * 1024;

  private final Exercises exercises;
  private final MappingSessions sessions;
  private final ThresholdDocuments documents;
  private final PlanIntake intake;
  private final Users users;
  private final Words words;

  DocumentsController(
      Exercises exercises,
      MappingSessions sessions,
      ThresholdDocuments documents,
      PlanIntake intake,
      Users users,
      Words words) {
    this.exercises = exercises;
    this.sessions = sessions;
    this.documents = documents;
    this.intake = intake;
    this.users = users;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String exercise, Model model) {
    return page(who, written(who, exercise), Answers.none(words), model);
  }

  @PostMapping
  String attach(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam Map<String, String> values,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect)
      throws IOException {
    var held = written(who, exercise);
    documents.requireOpen(who, held.id());
    var form = new Answers(words, values);
    String title = form.needLine("document", "network.assess.document.missing");
    String version = form.needLine("version", "network.assess.version.missing");
    var read = read(form, file);
    if (read == null || form.isWrong()) {
      response.setStatus(422);
      return page(who, held, form, model);
    }
    String name = words.say("network.assess.documents.name", title, version);
    documents.attach(who, held.id(), read.kind(), name, read.content());
    Notice.leave(redirect, words.say("network.assess.documents.attached"));
    return "redirect:/network/exercises/" + held.id() + "/assessments/documents";
  }

  /// What is kept, or `null` when something is wrong, which the form then says.
  private ThresholdDocuments.@Nullable Opened read(Answers form, @Nullable MultipartFile file)
      throws IOException {
    if (file == null || file.isEmpty()) {
      form.problem("file", words.say("network.assess.documents.missing"));
      return null;
    }
    if (file.getSize() > MOST) {
      form.problem("file", words.say("network.assess.documents.large"));
      return null;
    }
    if (form.isWrong()) {
      return null;
    }
    byte[] sent = file.getBytes();
    return switch (intake.take(sent, "" + file.getOriginalFilename())) {
      case Intake.Taken taken ->
          isPdf(sent)
              ? new ThresholdDocuments.Opened(Kind.PDF, sent)
              : new ThresholdDocuments.Opened(Kind.PNG, taken.picture().png());
      case Intake.Refused(String sentence) -> {
        form.problem("file", ofDocuments(sentence));
        yield null;
      }
    };
  }

  private static boolean isPdf(byte[] file) {
    return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
  }

  /// What is said of plans of buildings, said of a document.
  private static String ofDocuments(String sentence) {
    return sentence
        .replace(" to draw zones on", " to read")
        .replace("as a floor of its own", "by itself")
        .replaceAll("\\bplans\\b", "documents")
        .replaceAll("\\bplan\\b", "document");
  }

  @GetMapping("/{document}")
  ResponseEntity<byte[]> open(
      SignedIn who, @PathVariable String exercise, @PathVariable String document) {
    var opened = documents.open(who, WorkspaceId.of(exercise), Ids.parse(document));
    String kind = opened.kind().name().toLowerCase(Locale.ROOT);
    return ResponseEntity.ok()
        .contentType(opened.kind() == Kind.PDF ? MediaType.APPLICATION_PDF : MediaType.IMAGE_PNG)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"threshold-document." + kind + "\"")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(opened.content());
  }

  @PostMapping("/{document}/throwing-away")
  String throwAway(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String document,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    documents.throwAway(who, work, Ids.parse(document));
    Notice.leave(redirect, words.say("network.assess.documents.thrown-away"));
    return "redirect:/network/exercises/" + work + "/assessments/documents";
  }

  private Exercise written(SignedIn who, String exercise) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    if (!sessions.mayWrite(who, held.id())) {
      throw new NotThere();
    }
    return held;
  }

  private String page(SignedIn who, Exercise held, Answers form, Model model) {
    List<DocumentsPage.Shown> shown =
        documents.list(who, held.id()).stream()
            .map(
                one ->
                    new DocumentsPage.Shown(
                        one.id().toString(),
                        one.name(),
                        words.say("network.by", users.nameOf(one.by()), Dates.moment(one.at()))))
            .toList();
    model.addAttribute("page", new DocumentsPage(held, shown, form));
    return "network/assessments/documents";
  }
}
