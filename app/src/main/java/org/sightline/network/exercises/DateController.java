package org.sightline.network.exercises;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.access.Users;
import org.sightline.clocks.DueDate;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.Reviews;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
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

/// One date: how it came about, what was said of it, and saying more.
@Controller
@RequestMapping("/network/exercises/{exercise}/dates/{slot}")
class DateController {

  private final Exercises exercises;
  private final Reviews reviews;
  private final SayingDates saying;
  private final Users users;
  private final Words words;

  DateController(
      Exercises exercises, Reviews reviews, SayingDates saying, Users users, Words words) {
    this.exercises = exercises;
    this.reviews = reviews;
    this.saying = saying;
    this.users = users;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String exercise, @PathVariable String slot, Model model) {
    var id = WorkspaceId.of(exercise);
    return page(who, id, exercises.date(who, id, slot), Answers.none(words), model);
  }

  @PostMapping
  String say(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String slot,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(exercise);
    var dated = exercises.date(who, id, slot);
    if (!dated.mayWrite()) {
      throw new NotThere();
    }
    var form = new Answers(words, values);
    var kind = form.choice("what", DueDate.Kind.class, "network.date.what.missing");
    java.time.LocalDate day = null;
    String because = null;
    switch (kind.orElse(DueDate.Kind.OPEN)) {
      case DONE -> {
        day = form.day("day", saying.today(), "network.date.done.wrong").orElse(null);
        requireGoneThrough(who, id, slot, form);
      }
      case PLANNED -> day = form.day("day").orElse(null);
      case EXEMPT -> because = form.needLines("because", "network.date.because.missing");
      case OPEN -> {
        // nothing more is asked
      }
    }
    if (form.isWrong() || kind.isEmpty()) {
      response.setStatus(422);
      return page(who, id, dated, form, model);
    }
    exercises.say(who, id, slot, kind.get(), day, because);
    Notice.leave(redirect, words.say("network.date.kept"));
    return "redirect:/network/exercises/" + id;
  }

  private void requireGoneThrough(SignedIn who, WorkspaceId id, String slot, Answers form) {
    try {
      reviews.requireDone(who, id, slot);
    } catch (Refused notYet) {
      form.problem("what", notYet.sentence());
    }
  }

  private String page(
      SignedIn who, WorkspaceId id, Exercises.Dated dated, Answers form, Model model) {
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : DueDate.Kind.values()) {
      if (kind != DueDate.Kind.OPEN || dated.date().said().kind() != DueDate.Kind.OPEN) {
        kinds.put(kind.name(), words.say("network.date.what." + kind));
      }
    }
    model.addAttribute(
        "page",
        new DatePage(
            exercises.find(who, id),
            saying.line(dated.date()),
            dated.earlier().stream()
                .map(
                    one ->
                        words.say(
                            "network.date.earlier", Dates.weekday(one.due()), one.explanation()))
                .toList(),
            dated.said().stream()
                .map(
                    one ->
                        one.kind() == DueDate.Kind.OPEN && one.by() != null && one.at() != null
                            ? words.say(
                                "network.said.OPEN", users.nameOf(one.by()), Dates.moment(one.at()))
                            : saying.said(one))
                .toList()
                .reversed(),
            dated.mayWrite(),
            form,
            kinds));
    return "network/exercises/date";
  }
}
