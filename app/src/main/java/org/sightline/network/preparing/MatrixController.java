package org.sightline.network.preparing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.NoLongerPart;
import org.sightline.network.Note;
import org.sightline.network.OwnWords;
import org.sightline.network.Preparing;
import org.sightline.network.Subject;
import org.sightline.people.Label;
import org.sightline.people.Reliability;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The five questions, and the matrix with its cells.
@Controller
@RequestMapping("/network/exercises/{exercise}/preparing")
class MatrixController {

  private final Exercises exercises;
  private final Preparing preparing;
  private final OwnWords own;
  private final NoLongerPart gone;
  private final SayingPreparing saying;
  private final Words words;

  MatrixController(
      Exercises exercises,
      Preparing preparing,
      OwnWords own,
      NoLongerPart gone,
      SayingPreparing saying,
      Words words) {
    this.exercises = exercises;
    this.preparing = preparing;
    this.own = own;
    this.gone = gone;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping
  String overview(SignedIn who, @PathVariable String exercise, Model model) {
    var work = WorkspaceId.of(exercise);
    var held = exercises.find(who, work);
    var prepared = preparing.read(who, work);
    var part = prepared.part();
    long places = part.stream().filter(Subject::isPlace).count();
    long checked = part.stream().filter(one -> one.checked() != null).count();
    long contacts = count(prepared, Note.Cell.CONTACTS);
    var asked = prepared.questions().stream().filter(one -> !one.isOver()).toList();
    long answered = asked.stream().filter(one -> one.isAnswered()).count();
    String at = "/network/exercises/" + work + "/preparing/";
    var questions =
        List.of(
            question("1", at + "subjects", part.size() - places, 0),
            question("2", at + "subjects", places, 0),
            question("3", at + "matrix", contacts, 0),
            question("4", at + "subjects", checked, part.size()),
            question("5", at + "questions", answered, asked.size()));
    int candidates =
        (int)
            prepared.subjects().stream()
                .filter(one -> one.decision() == Subject.Decision.PROPOSED)
                .count();
    model.addAttribute("page", new PreparingPage(held, questions, candidates));
    return "network/preparing/preparing";
  }

  private PreparingPage.Question question(String number, String href, long done, long of) {
    return new PreparingPage.Question(
        words.say("network.five." + number),
        words.say("network.five." + number + ".said", done, of),
        href,
        words.say("network.five." + number + ".link"));
  }

  @GetMapping("/matrix")
  String matrix(SignedIn who, @PathVariable String exercise, Model model) {
    var work = WorkspaceId.of(exercise);
    var held = exercises.find(who, work);
    var prepared = preparing.read(who, work);
    var cells = new LinkedHashMap<String, String>();
    for (var cell : Note.Cell.values()) {
      cells.put(cell.name(), saying.cell(cell, held.unit()));
    }
    var off = gone.of(who, work, prepared.part());
    var rows =
        prepared.part().stream()
            .map(subject -> row(subject, prepared, saying.gone(off.get(subject.id()))))
            .toList();
    model.addAttribute("page", new MatrixPage(held, cells, rows, prepared.mayWrite()));
    return "network/preparing/matrix";
  }

  private MatrixPage.Row row(Subject subject, Preparing.Prepared prepared, String noLonger) {
    var cells = new LinkedHashMap<String, List<MatrixPage.Said>>();
    for (var cell : Note.Cell.values()) {
      cells.put(cell.name(), new ArrayList<>());
    }
    prepared.notes().stream()
        .filter(note -> note.subject().equals(subject.id()) && !note.isOver())
        .forEach(
            note ->
                cells.getOrDefault(note.cell().name(), new ArrayList<>()).add(saying.said(note)));
    return new MatrixPage.Row(
        subject.id().toString(),
        subject.name(),
        words.say("network.subject." + subject.kind()),
        noLonger,
        cells,
        prepared.questions().stream()
            .filter(one -> subject.id().equals(one.subject()) && !one.isOver())
            .map(
                one ->
                    new MatrixPage.Asked(
                        one.question(),
                        one.answers().stream()
                            .map(
                                found ->
                                    words.say(
                                        "network.matrix.question.answer",
                                        found.words(),
                                        found.foundBy()))
                            .toList()))
            .toList());
  }

  @GetMapping("/matrix/{subject}/{cell}")
  String cell(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String cell,
      Model model) {
    return cell(
        who,
        exercises.find(who, WorkspaceId.of(exercise)),
        subject,
        cell,
        Answers.none(words),
        model);
  }

  @PostMapping("/matrix/{subject}/{cell}")
  String note(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String cell,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    String said = form.needLines("words", "network.note.words.missing");
    String risk = of(cell) == Note.Cell.RISKS ? saying.risk(form) : "";
    var text = saying.statement(form, (risk + " " + said).strip());
    if (text == null) {
      response.setStatus(422);
      return cell(who, held, subject, cell, form, model);
    }
    String tag = own.offered(who).vulnerabilities().getOrDefault(form.value("tag"), "");
    preparing.note(who, held.id(), Ids.parse(subject), of(cell), tag, text);
    Notice.leave(redirect, words.say("network.note.written"));
    return "redirect:/network/exercises/" + held.id() + "/preparing/matrix/" + subject + "/" + cell;
  }

  @PostMapping("/matrix/{subject}/{cell}/{note}/{what:taking-back|return}")
  String takeBack(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String cell,
      @PathVariable String note,
      @PathVariable String what,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    boolean back = what.equals("taking-back");
    preparing.takeBack(who, work, Preparing.Part.NOTE, Ids.parse(note), back);
    Notice.leave(redirect, words.say(back ? "network.note.taken-back" : "network.note.said-again"));
    return "redirect:/network/exercises/" + work + "/preparing/matrix/" + subject + "/" + cell;
  }

  private String cell(
      SignedIn who, Exercise held, String subject, String cell, Answers form, Model model) {
    var prepared = preparing.read(who, held.id());
    var about = prepared.subject(Ids.parse(subject));
    var of = of(cell);
    var said =
        prepared.notes().stream()
            .filter(note -> note.subject().equals(about.id()) && note.cell() == of)
            .map(saying::said)
            .toList();
    model.addAttribute(
        "page",
        new CellPage(
            held,
            subject,
            about.name(),
            cell,
            saying.cell(of, held.unit()),
            words.say("network.cell." + of + ".hint"),
            said,
            prepared.mayWrite(),
            form,
            of == Note.Cell.CONCERNS || of == Note.Cell.RISKS
                ? own.offered(who).vulnerabilities()
                : Map.of(),
            of == Note.Cell.RISKS ? saying.ways() : Map.of(),
            saying.options("label", Label.class),
            saying.options("reliability", Reliability.class)));
    return "network/preparing/cell";
  }

  private static Note.Cell of(String cell) {
    return Arrays.stream(Note.Cell.values())
        .filter(one -> one.name().equals(cell))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private static long count(Preparing.Prepared prepared, Note.Cell cell) {
    return prepared.notes().stream().filter(note -> note.cell() == cell && !note.isOver()).count();
  }
}
