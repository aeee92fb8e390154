package org.sightline.people.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.AgeBand;
import org.sightline.people.Identifier;
import org.sightline.people.IdentifierKind;
import org.sightline.people.People;
import org.sightline.people.Person;
import org.sightline.people.PersonDetails;
import org.sightline.people.PersonId;
import org.sightline.people.PersonKind;
import org.sightline.people.Signposts;
import org.sightline.people.pages.PersonForm;
import org.sightline.people.pages.Saying;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.SavedFirst;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The list of a piece of work, a new record, one record, its details and their history.
@Controller
class RecordsController {

  private final People people;
  private final Casework casework;
  private final Signposts signposts;
  private final Saying saying;
  private final Words words;

  RecordsController(
      People people, Casework casework, Signposts signposts, Saying saying, Words words) {
    this.people = people;
    this.casework = casework;
    this.signposts = signposts;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/people/{workspace}")
  String list(SignedIn who, @PathVariable String workspace, Model model) {
    var in = WorkspaceId.of(workspace);
    var rows = people.list(who, in).stream().map(this::row).toList();
    boolean mayWrite = people.mayWrite(who, in);
    model.addAttribute(
        "page",
        new ListPage(
            workspace,
            saying.titleOf(who, in),
            rows,
            mayWrite ? people.released(who, in) : List.of(),
            signposts.waiting(who, in),
            mayWrite));
    return "people/records/list";
  }

  @GetMapping("/people/{workspace}/new")
  String ask(SignedIn who, @PathVariable String workspace, Model model) {
    requireWriter(who, WorkspaceId.of(workspace));
    return form(workspace, null, Answers.none(words), model);
  }

  @PostMapping("/people/{workspace}/new")
  String add(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var form = new Answers(words, values);
    var details = PersonForm.details(form, words, saying.today());
    List<Identifier> numbers =
        PersonForm.hasNumber(form)
            ? PersonForm.number(form, words).map(List::of).orElseGet(List::of)
            : List.of();
    if (details == null || form.isWrong()) {
      response.setStatus(422);
      return form(workspace, null, form, model);
    }
    var id = people.add(who, in, details, numbers);
    Notice.leave(redirect, words.say("people.records.added"));
    return "redirect:/people/" + workspace + "/" + id;
  }

  @GetMapping("/people/{workspace}/{person}")
  String show(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    var in = WorkspaceId.of(workspace);
    var record = people.record(who, in, PersonId.of(person));
    boolean mayWrite = people.mayWrite(who, in);
    var numbers = new LinkedHashMap<Person.Number, String>();
    record.person().numbers().forEach(one -> numbers.put(one, saying.number(one.identifier())));
    var couldHold = new LinkedHashMap<String, String>();
    var otherHolders = new java.util.ArrayList<String>();
    for (var piece : casework.mine(who)) {
      if (!record.holders().contains(piece.id()) && people.mayWrite(who, piece.id())) {
        couldHold.put(piece.id().toString(), piece.purpose().title());
      } else if (record.holders().contains(piece.id()) && !piece.id().equals(in)) {
        otherHolders.add(piece.purpose().title());
      }
    }
    model.addAttribute(
        "page",
        new RecordPage(
            workspace,
            saying.titleOf(who, in),
            record,
            saying.age(record.person().details().age()),
            numbers,
            mayWrite,
            saying.names(record),
            otherHolders,
            mayWrite ? couldHold : Map.of()));
    return "people/records/record";
  }

  @GetMapping("/people/{workspace}/{person}/details")
  String change(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var held = people.history(who, in, PersonId.of(person)).getLast();
    var form = Answers.none(words).with("version", held.version());
    return form(workspace, person, PersonForm.fill(form, held.details()), model);
  }

  @PostMapping("/people/{workspace}/{person}/details")
  String save(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    var id = PersonId.of(person);
    requireWriter(who, in);
    people.history(who, in, id);
    var form = new Answers(words, values);
    String because = form.needLines("because", "people.form.because.missing");
    var details = PersonForm.details(form, words, saying.today());
    if (details == null) {
      response.setStatus(422);
      return form(workspace, person, form, model);
    }
    try {
      people.change(who, in, id, form.version(), details, because);
    } catch (Stale stale) {
      response.setStatus(412);
      return savedFirst(who, in, id, form, details, model);
    }
    Notice.leave(redirect, words.say("people.records.changed"));
    return "redirect:/people/" + workspace + "/" + person;
  }

  @GetMapping("/people/{workspace}/{person}/history")
  String history(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    var in = WorkspaceId.of(workspace);
    var versions =
        people.history(who, in, PersonId.of(person)).reversed().stream()
            .map(this::version)
            .toList();
    model.addAttribute("page", new HistoryPage(workspace, person, versions));
    return "people/records/history";
  }

  private String savedFirst(
      SignedIn who, WorkspaceId in, PersonId id, Answers form, PersonDetails typed, Model model) {
    var versions = people.history(who, in, id);
    var theirs = versions.getLast();
    var opened = versions.stream().filter(past -> past.version() == form.version()).findFirst();
    var first =
        SavedFirst.of(
            words.say("people.by", saying.nameOf(theirs.by()), Dates.moment(theirs.at())),
            opened.map(past -> saying.byLabel(past.details())).orElseGet(Map::of),
            saying.byLabel(theirs.details()),
            saying.byLabel(typed));
    return form(in.toString(), id.toString(), form.with("version", theirs.version()), first, model);
  }

  private HistoryPage.Version version(Person past) {
    var details = past.details();
    return new HistoryPage.Version(
        past.version(),
        details.name(),
        words.say("people.kind." + details.kind()),
        saying.age(details.age()),
        String.join(", ", details.aliases()),
        details.notSafeWhy() == null ? "" : details.notSafeWhy(),
        past.changedBecause() == null ? words.say("people.history.first") : past.changedBecause(),
        words.say("people.by", saying.nameOf(past.by()), Dates.moment(past.at())));
  }

  private ListPage.Row row(Person person) {
    var details = person.details();
    return new ListPage.Row(
        person.id().toString(),
        details.name(),
        String.join(", ", details.aliases()),
        words.say("people.kind." + details.kind()),
        saying.shortAge(details.age()),
        !details.isSafeToTell());
  }

  private String form(String workspace, @Nullable String person, Answers form, Model model) {
    return form(workspace, person, form, null, model);
  }

  private String form(
      String workspace,
      @Nullable String person,
      Answers form,
      @Nullable SavedFirst first,
      Model model) {
    model.addAttribute(
        "page",
        new PersonFormPage(
            workspace,
            person,
            form,
            saying.options("kind", PersonKind.class),
            saying.options("band", AgeBand.class),
            saying.options("number", IdentifierKind.class),
            first));
    return "people/records/form";
  }

  private void requireWriter(SignedIn who, WorkspaceId workspace) {
    people.requireWorker(who, workspace);
  }
}
