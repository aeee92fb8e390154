package org.sightline.network.exercises;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Assessments;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.OwnWords;
import org.sightline.sharing.Reliances;
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
@RequestMapping("/network/exercises/{exercise}")
class ExerciseController {

  private final Exercises exercises;
  private final Assessments assessments;
  private final Reliances reliances;
  private final OwnWords own;
  private final ExerciseForm forms;
  private final SayingDates saying;
  private final StillOpen rest;
  private final Users users;
  private final Words words;

  ExerciseController(
      Exercises exercises,
      Assessments assessments,
      Reliances reliances,
      OwnWords own,
      ExerciseForm forms,
      SayingDates saying,
      StillOpen rest,
      Users users,
      Words words) {
    this.exercises = exercises;
    this.assessments = assessments;
    this.reliances = reliances;
    this.own = own;
    this.forms = forms;
    this.saying = saying;
    this.rest = rest;
    this.users = users;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String exercise, Model model) {
    var id = WorkspaceId.of(exercise);
    var standing = exercises.read(who, id);
    var held = standing.exercise();
    var vocabulary = own.known(who);
    var relied =
        standing.isWorker()
            ? reliances.of(who, id).relied().stream().map(one -> one.terms().title()).toList()
            : List.<String>of();
    model.addAttribute(
        "page",
        new ExercisePage(
            held,
            vocabulary.frameworks().getOrDefault(held.framework(), held.framework()),
            vocabulary.units().getOrDefault(held.unit(), held.unit()),
            vocabulary.sources().getOrDefault(held.source(), held.source()),
            standing.dates().stream().map(saying::line).toList(),
            standing.conflicts().stream().map(saying::conflict).toList(),
            standing.events().stream()
                .map(
                    event ->
                        new ExercisePage.EventLine(
                            event.id().toString(),
                            words.say("network.event." + event.kind()),
                            Dates.weekday(event.day()),
                            event.words(),
                            by(event.by(), event.at())))
                .toList(),
            relied,
            standing.isChair(),
            standing.isWorker()));
    model.addAttribute("asked", held.isOpen() ? assessments.asked(who, id) : List.of());
    return "network/exercises/exercise";
  }

  @GetMapping("/objective")
  String reconsider(SignedIn who, @PathVariable String exercise, Model model) {
    var held = chaired(who, WorkspaceId.of(exercise));
    return text(who, held, forms.filled(who, held.text()).with("version", held.version()), model);
  }

  @PostMapping("/objective")
  String change(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(exercise);
    var held = chaired(who, id);
    var form = new Answers(words, values);
    String because = form.needLines("because", "network.exercise.because.missing");
    var changed = forms.text(who, form);
    if (form.isWrong() || changed == null) {
      response.setStatus(422);
      return text(who, held, form, model);
    }
    exercises.change(who, id, form.version(), changed, because);
    Notice.leave(redirect, words.say("network.exercise.changed"));
    return "redirect:/network/exercises/" + id;
  }

  @GetMapping("/events")
  String ask(SignedIn who, @PathVariable String exercise, Model model) {
    return event(exercises.find(who, WorkspaceId.of(exercise)), Answers.none(words), model);
  }

  @PostMapping("/events")
  String happened(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    var kind = form.choice("kind", Exercise.EventKind.class, "network.event.kind.missing");
    var day = form.day("day", saying.today(), "network.event.day.wrong");
    String what = form.needLines("what", "network.event.what.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return event(held, form, model);
    }
    exercises.happened(who, held.id(), kind.orElseThrow(), day.orElseThrow(), what);
    Notice.leave(redirect, words.say("network.event.added"));
    return "redirect:/network/exercises/" + held.id();
  }

  @PostMapping("/events/{event}/taking-back")
  String takeBack(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String event,
      RedirectAttributes redirect) {
    exercises.takeBack(who, WorkspaceId.of(exercise), Ids.parse(event));
    Notice.leave(redirect, words.say("network.event.taken-back"));
    return "redirect:/network/exercises/" + exercise;
  }

  @GetMapping("/closing")
  String close(SignedIn who, @PathVariable String exercise, Model model) {
    return closing(who, chaired(who, WorkspaceId.of(exercise)), Answers.none(words), model);
  }

  @PostMapping("/closing")
  String close(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = chaired(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    var day = form.day("agreedOn", saying.today(), "network.closing.day.wrong");
    String why = form.needLines("why", "network.closing.why.missing");
    String agreedBy = form.needLines("agreedBy", "network.closing.by.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return closing(who, held, form, model);
    }
    exercises.close(who, held.id(), day.orElseThrow(), why, agreedBy);
    Notice.leave(redirect, words.say("network.closing.done"));
    return "redirect:/network/exercises/" + held.id();
  }

  @PostMapping("/reopening")
  String reopen(SignedIn who, @PathVariable String exercise, RedirectAttributes redirect) {
    exercises.reopen(who, WorkspaceId.of(exercise));
    Notice.leave(redirect, words.say("network.closing.undone"));
    return "redirect:/network/exercises/" + exercise;
  }

  private Exercise chaired(SignedIn who, WorkspaceId id) {
    var held = exercises.find(who, id);
    if (!exercises.isChair(who, id)) {
      throw new NotThere();
    }
    return held;
  }

  private String text(SignedIn who, Exercise held, Answers form, Model model) {
    var past =
        exercises.history(who, held.id()).stream()
            .map(
                one ->
                    new TextPage.Past(
                        one.text().objective(), or(one.because()), by(one.by(), one.at())))
            .toList()
            .reversed();
    model.addAttribute("page", new TextPage(held, form, past, own.offered(who)));
    return "network/exercises/objective";
  }

  private String event(Exercise held, Answers form, Model model) {
    var kinds = new java.util.LinkedHashMap<String, String>();
    for (var kind : Exercise.EventKind.values()) {
      kinds.put(kind.name(), words.say("network.event." + kind));
    }
    model.addAttribute("page", new EventPage(held, form, kinds));
    return "network/exercises/event";
  }

  private String closing(SignedIn who, Exercise held, Answers form, Model model) {
    model.addAttribute("page", new ClosingPage(held, form, rest.of(who, held.id())));
    return "network/exercises/closing";
  }

  private String by(org.sightline.kernel.UserId user, java.time.Instant at) {
    return words.say("network.by", users.nameOf(user), Dates.moment(at));
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
