package org.sightline.network.together;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.OwnMaps;
import org.sightline.network.ownmap.Drawn;
import org.sightline.network.ownmap.Status;
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

/// For the workers: who has drawn their own map, who does it with them, and when (B72, B74).
@Controller
@RequestMapping("/network/exercises/{exercise}/own-maps")
class OwnMapsController {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Exercises exercises;
  private final OwnMaps own;
  private final Users users;
  private final Words words;
  private final Clock clock;

  OwnMapsController(Exercises exercises, OwnMaps own, Users users, Words words, Clock clock) {
    this.exercises = exercises;
    this.own = own;
    this.users = users;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String list(SignedIn who, @PathVariable String exercise, Model model) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var rows = own.list(who, held.id()).stream().map(this::row).toList();
    model.addAttribute("page", new OwnMapsPage(held, rows));
    return "network/together/list";
  }

  @GetMapping("/{subject}")
  String one(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    return one(who, held, subject, null, model);
  }

  @PostMapping("/{subject}/status")
  String say(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    var said = form.choice("said", Status.Said.class, "network.own.status.missing");
    String worker = form.needLine("worker", "network.own.worker.missing");
    String why = form.line("why");
    Optional<LocalDate> day = Optional.empty();
    if (said.isPresent() && said.get() == Status.Said.DONE) {
      day = form.day("day", today(), "network.own.status.done-day");
      if (!form.isTicked("told")) {
        form.problem("told", words.say("network.own.told.missing"));
      }
    } else if (said.isPresent() && said.get() == Status.Said.LATER) {
      day = form.day("day");
      if (day.isPresent() && day.get().isBefore(today())) {
        form.problem("day", words.say("network.own.status.later-day"));
      }
    } else if (said.isPresent() && why == null) {
      form.problem("why", words.say("network.own.status.why-missing"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return one(who, held, subject, form, model);
    }
    own.say(
        who,
        held.id(),
        Ids.parse(subject),
        said.orElseThrow(),
        day.orElse(null),
        worker,
        why == null ? "" : why,
        form.isTicked("told"));
    Notice.leave(redirect, words.say("network.own.status.kept"));
    return "redirect:/network/exercises/" + held.id() + "/own-maps/" + Ids.parse(subject);
  }

  private String one(
      SignedIn who, Exercise held, String subject, @Nullable Answers typed, Model model) {
    var found = own.find(who, held.id(), Ids.parse(subject));
    var now = found.standing().now();
    var form = typed;
    if (form == null) {
      form = Answers.none(words).with("worker", now == null ? null : now.worker());
    }
    model.addAttribute(
        "page",
        new OwnMapsPage.One(
            held,
            row(found.standing()),
            found.drawn() == null ? null : drawn(found.drawn()),
            found.standing().statuses().stream().map(this::history).toList(),
            form));
    return "network/together/one";
  }

  private OwnMapsPage.Row row(OwnMaps.Standing standing) {
    var now = standing.now();
    String name = standing.subject().name();
    String id = standing.subject().id().toString();
    if (now == null) {
      String open = words.say(standing.isDrawn() ? "network.own.begun" : "network.own.open");
      return new OwnMapsPage.Row(id, name, open, "govuk-tag--grey", "", "");
    }
    String tag =
        switch (now.said()) {
          case DONE -> "govuk-tag--green";
          case LATER -> "govuk-tag--blue";
          case NOT_POSSIBLE -> "govuk-tag--grey";
        };
    return new OwnMapsPage.Row(id, name, status(now), tag, now.why(), now.worker());
  }

  private String status(Status status) {
    var day = status.day();
    return day == null
        ? words.say("network.own.status.NOT_POSSIBLE")
        : words.say("network.own.status.on." + status.said(), Dates.day(day));
  }

  private String history(Status status) {
    String said =
        words.say(
            "network.own.history",
            Dates.moment(status.at()),
            users.nameOf(status.by()),
            status(status),
            status.worker());
    return status.why().isEmpty() ? said : said + " " + status.why();
  }

  private String drawn(Drawn drawn) {
    String when =
        words.say(
            "network.own.drawn",
            Dates.moment(drawn.told()),
            users.nameOf(drawn.by()),
            Dates.moment(drawn.last()));
    var finished = drawn.finished();
    return finished == null
        ? when + " " + words.say("network.own.not-finished")
        : when + " " + words.say("network.own.finished", Dates.moment(finished));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
