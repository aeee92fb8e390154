package org.sightline.network.preparing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.NoLongerPart;
import org.sightline.network.PlaceSignposts;
import org.sightline.network.Preparing;
import org.sightline.network.SessionPacks;
import org.sightline.network.Subject;
import org.sightline.network.Subject.Decision;
import org.sightline.people.Age;
import org.sightline.people.LookUp;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.people.Signposts;
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

/// Whom and what it is about (B25, B26), candidates (B77), and whether others know them (B28).
@Controller
@RequestMapping("/network/exercises/{exercise}/preparing/subjects")
class SubjectsController {

  private static final int LONGEST_NAME = 200;

  private final Exercises exercises;
  private final Preparing preparing;
  private final SessionPacks packs;
  private final PlaceSignposts places;
  private final NoLongerPart gone;
  private final Signposts signposts;
  private final People people;
  private final SayingPreparing saying;
  private final Words words;

  SubjectsController(
      Exercises exercises,
      Preparing preparing,
      SessionPacks packs,
      PlaceSignposts places,
      NoLongerPart gone,
      Signposts signposts,
      People people,
      SayingPreparing saying,
      Words words) {
    this.exercises = exercises;
    this.preparing = preparing;
    this.packs = packs;
    this.places = places;
    this.gone = gone;
    this.signposts = signposts;
    this.people = people;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String exercise, Model model) {
    return page(who, WorkspaceId.of(exercise), Answers.none(words), null, List.of(), model);
  }

  @PostMapping
  String add(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    exercises.find(who, work);
    var form = new Answers(words, values);
    var kind = form.choice("kind", Subject.Kind.class, "network.subject.kind.missing");
    var records = kind.isPresent() ? records(who, work) : Map.<String, String>of();
    String record = form.value("record");
    boolean isRecorded =
        records.containsKey(record)
            && kind.map(one -> one == Subject.Kind.YOUNG_PERSON || one == Subject.Kind.ADULT)
                .orElse(false);
    String typed = form.lines("name");
    String name = typed == null && isRecorded ? records.getOrDefault(record, "") : typed;
    var names =
        name == null
            ? List.<String>of()
            : name.lines().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
    if (names.isEmpty()) {
      form.problem("name", words.say("network.subject.name.missing"));
    }
    names.stream()
        .filter(one -> one.length() > LONGEST_NAME)
        .findFirst()
        .ifPresent(one -> form.problem("name", words.say("network.subject.name.long")));
    var decision = form.choice("decision", Decision.class, "network.subject.decision.missing");
    String because = form.needLines("because", "network.subject.because.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, work, form, null, List.of(), model);
    }
    preparing.add(
        who,
        work,
        kind.orElseThrow(),
        isRecorded && names.size() == 1 ? Ids.parse(record) : null,
        names,
        decision.orElseThrow(),
        because);
    Notice.leave(redirect, words.say("network.subject.added"));
    return "redirect:/network/exercises/" + work + "/preparing/subjects";
  }

  @PostMapping("/{subject}/decision")
  String decide(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    exercises.find(who, work);
    var form = new Answers(words, values);
    var decision = form.choice("decided", Decision.class, "network.subject.decision.missing");
    String because = form.line("why-" + subject);
    if (because == null) {
      form.problem("why-" + subject, words.say("network.subject.because.missing"));
    }
    if (form.isWrong() || because == null) {
      response.setStatus(422);
      return page(who, work, form, null, List.of(), model);
    }
    preparing.decide(who, work, Ids.parse(subject), decision.orElseThrow(), because);
    packs.refresh(who, work);
    Notice.leave(redirect, words.say("network.subject.decided"));
    return "redirect:/network/exercises/" + work + "/preparing/subjects";
  }

  /// The answer stands on this page once, and is not kept.
  @PostMapping("/{subject}/check")
  String check(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      Model model,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    exercises.find(who, work);
    var checked = places.toCheck(who, work, Ids.parse(subject));
    if (checked.isPlace()) {
      places.checked(who, work, checked.id());
      return page(
          who, work, Answers.none(words), checked.name(), places.ask(who, work, checked), model);
    }
    var lookUp = lookUp(who, work, checked);
    if (lookUp == null) {
      Notice.leave(redirect, words.say("network.check.by-hand"));
      return "redirect:/people/signposts";
    }
    places.checked(who, work, checked.id());
    return "redirect:/people/signposts/"
        + signposts.ask(who, lookUp, words.say("network.check.reason"));
  }

  /// Somebody was asked about them by hand: now it counts.
  @PostMapping("/{subject}/asked")
  String asked(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      RedirectAttributes redirect) {
    places.checked(who, WorkspaceId.of(exercise), Ids.parse(subject));
    Notice.leave(redirect, words.say("network.check.asked"));
    return "redirect:/network/exercises/" + exercise + "/preparing/subjects";
  }

  private @Nullable LookUp lookUp(SignedIn who, WorkspaceId work, Subject subject) {
    var id = subject.person();
    if (id == null) {
      return null;
    }
    var details = people.record(who, work, new PersonId(id)).person().details();
    String surname = details.surname();
    return surname != null && details.age() instanceof Age.Born born
        ? new LookUp.BySurnameAndBirth(surname, born.on())
        : null;
  }

  private Map<String, String> records(SignedIn who, WorkspaceId work) {
    var records = new LinkedHashMap<String, String>();
    people.list(who, work).forEach(one -> records.put(one.id().toString(), one.details().name()));
    return records;
  }

  private String page(
      SignedIn who,
      WorkspaceId work,
      Answers form,
      @Nullable String checked,
      List<String> desks,
      Model model) {
    var prepared = preparing.read(who, work);
    var off = gone.of(who, work, prepared.part());
    model.addAttribute(
        "page",
        new SubjectsPage(
            exercises.find(who, work),
            lines(prepared, Decision.PART, off),
            lines(prepared, Decision.PROPOSED, off),
            lines(prepared, Decision.NO_PART, off),
            saying.options("subject", Subject.Kind.class),
            saying.options("decision", Decision.class),
            prepared.mayWrite() ? records(who, work) : Map.of(),
            prepared.mayWrite(),
            form,
            checked == null ? "" : checked,
            desks));
    return "network/preparing/subjects";
  }

  private List<SubjectsPage.Line> lines(
      Preparing.Prepared prepared, Decision decision, Map<UUID, String> off) {
    return prepared.subjects().stream()
        .filter(one -> one.decision() == decision)
        .map(
            one ->
                new SubjectsPage.Line(
                    one.id().toString(),
                    one.name(),
                    words.say("network.subject." + one.kind()),
                    one.because(),
                    saying.by(one.by(), one.at()),
                    one.checked() == null
                        ? words.say("network.check.never")
                        : words.say("network.check.last", Dates.moment(one.checked())),
                    saying.gone(off.get(one.id())),
                    !one.isPlace()))
        .toList();
  }
}
