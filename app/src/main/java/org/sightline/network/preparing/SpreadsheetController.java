package org.sightline.network.preparing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Purpose;
import org.sightline.documents.tables.UnreadableTable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.ManyPeople;
import org.sightline.network.ManyPeople.Named;
import org.sightline.network.NamesGone;
import org.sightline.network.Preparing;
import org.sightline.people.Label;
import org.sightline.people.Reliability;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The matrix as a spreadsheet: out, stamped; in, after it was looked at.
@Controller
@RequestMapping("/network/exercises/{exercise}/preparing")
class SpreadsheetController {

  private final Exercises exercises;
  private final Preparing preparing;
  private final SayingPreparing saying;
  private final ManyPeople many;
  private final NamesGone gone;
  private final Words words;

  SpreadsheetController(
      Exercises exercises,
      Preparing preparing,
      SayingPreparing saying,
      ManyPeople many,
      NamesGone gone,
      Words words) {
    this.exercises = exercises;
    this.preparing = preparing;
    this.saying = saying;
    this.many = many;
    this.gone = gone;
    this.words = words;
  }

  @Fresh
  @GetMapping("/spreadsheet")
  String show(SignedIn who, @PathVariable String exercise, Purpose purpose, Model model) {
    return page(
        who, exercises.find(who, WorkspaceId.of(exercise)), purpose, Answers.none(words), model);
  }

  @Fresh
  @GetMapping("/matrix.csv")
  ResponseEntity<byte[]> csv(SignedIn who, @PathVariable String exercise, Purpose purpose) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"matrix.csv\"")
        .body(export(who, WorkspaceId.of(exercise), purpose, false));
  }

  @Fresh
  @GetMapping("/matrix.xlsx")
  ResponseEntity<byte[]> workbook(SignedIn who, @PathVariable String exercise, Purpose purpose) {
    return ResponseEntity.ok()
        .contentType(
            MediaType.parseMediaType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        .header("Content-Disposition", "attachment; filename=\"matrix.xlsx\"")
        .body(export(who, WorkspaceId.of(exercise), purpose, true));
  }

  private byte[] export(SignedIn who, WorkspaceId work, Purpose purpose, boolean asWorkbook) {
    var part = preparing.read(who, work).part();
    many.require(who, Named.in(work, part));
    byte[] file = preparing.export(who, work, purpose, asWorkbook);
    gone.matrix(who, work, part);
    return file;
  }

  @PostMapping("/spreadsheet")
  String bring(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Purpose purpose,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = Answers.none(words);
    if (file == null || file.isEmpty()) {
      form.problem("file", words.say("network.matrix.file.missing"));
    } else {
      try {
        preparing.bring(who, held.id(), called(file), file.getBytes());
      } catch (UnreadableTable refusal) {
        form.problem("file", refusal.sentence());
      }
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, held, purpose, form, model);
    }
    return "redirect:/network/exercises/" + held.id() + "/preparing/spreadsheet";
  }

  @PostMapping("/spreadsheet/taking-in")
  String takeIn(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam Map<String, String> values,
      Purpose purpose,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    var source = saying.statement(form, "-");
    if (source == null) {
      response.setStatus(422);
      return page(who, held, purpose, form, model);
    }
    preparing.takeIn(who, held.id(), source);
    Notice.leave(redirect, words.say("network.matrix.taken-in"));
    return "redirect:/network/exercises/" + held.id() + "/preparing/matrix";
  }

  @PostMapping("/spreadsheet/throwing-away")
  String throwAway(SignedIn who, @PathVariable String exercise, RedirectAttributes redirect) {
    preparing.throwAway(who, WorkspaceId.of(exercise));
    Notice.leave(redirect, words.say("network.matrix.thrown-away"));
    return "redirect:/network/exercises/" + exercise + "/preparing/spreadsheet";
  }

  private String page(SignedIn who, Exercise held, Purpose purpose, Answers form, Model model) {
    model.addAttribute(
        "page",
        new SpreadsheetPage(
            held,
            purpose,
            preparing.preview(who, held.id()).orElse(null),
            form,
            saying.options("label", Label.class),
            saying.options("reliability", Reliability.class)));
    return "network/preparing/spreadsheet";
  }

  private static String called(MultipartFile file) {
    String name = "" + file.getOriginalFilename();
    String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return plain.length() > 80 ? plain.substring(0, 80) : plain;
  }
}
