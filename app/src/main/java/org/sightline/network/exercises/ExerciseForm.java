package org.sightline.network.exercises;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Purpose;
import org.sightline.access.WorkPurpose;
import org.sightline.kernel.SignedIn;
import org.sightline.network.Exercise;
import org.sightline.network.ExerciseText;
import org.sightline.network.Exercises;
import org.sightline.network.OwnWords;
import org.sightline.sharing.Agreement;
import org.sightline.sharing.Agreements;
import org.sightline.web.Answers;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Reads the forms of an exercise, and fills them in.
@Component
class ExerciseForm {

  private static final String DRAFT = "draft";
  private static final String NONE = "none";

  private final Agreements agreements;
  private final OwnWords own;
  private final Words words;
  private final Clock clock;

  ExerciseForm(Agreements agreements, OwnWords own, Words words, Clock clock) {
    this.agreements = agreements;
    this.own = own;
    this.words = words;
    this.clock = clock;
  }

  /// The agreements one can rely on, by id, and what to say when there is none.
  Map<String, String> agreements(SignedIn who) {
    var options = new LinkedHashMap<String, String>();
    agreements.all(who).stream()
        .filter(one -> one.status() == Agreement.Status.IN_FORCE)
        .sorted(java.util.Comparator.comparing(one -> one.terms().title()))
        .forEach(one -> options.put(one.id().toString(), one.terms().title()));
    options.put(DRAFT, words.say("network.exercise.agreement.DRAFT"));
    options.put(NONE, words.say("network.exercise.agreement.NONE"));
    return options;
  }

  @Nullable Purpose purpose(Answers form) {
    String title = form.needLine("title", "network.exercise.title.missing");
    var kind = form.choice("kind", WorkPurpose.class, "network.exercise.kind.missing");
    String basis = form.needLines("basis", "network.exercise.basis.missing");
    String whyNow = form.needLines("whyNow", "network.exercise.whyNow.missing");
    String contact = form.needLine("contact", "network.exercise.contact.missing");
    return title.isEmpty()
            || kind.isEmpty()
            || basis.isEmpty()
            || whyNow.isEmpty()
            || contact.isEmpty()
        ? null
        : new Purpose(title, kind.get(), basis, whyNow, contact, form.is("risk", "passed-on"));
  }

  Exercises.@Nullable Opening opening(SignedIn who, Answers form, boolean isPractice) {
    var vocabulary = own.offered(who);
    String framework = one(form, "framework", vocabulary.frameworks());
    String unit = one(form, "unit", vocabulary.units());
    String source = one(form, "source", vocabulary.sources());
    var identified =
        form.day(
            "identified",
            LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))),
            "network.exercise.identified.wrong");
    var standing = Exercise.Standing.NONE;
    UUID relied = null;
    String agreement = form.value("agreement");
    if (agreement.equals(DRAFT)) {
      standing = Exercise.Standing.DRAFT;
    } else if (!agreement.equals(NONE) && agreements(who).containsKey(agreement)) {
      standing = Exercise.Standing.IN_FORCE;
      relied = UUID.fromString(agreement);
    } else if (!agreement.equals(NONE)) {
      form.problem("agreement", words.say("network.exercise.agreement.missing"));
    }
    var text = text(who, form);
    return form.isWrong() || text == null || identified.isEmpty()
        ? null
        : new Exercises.Opening(
            isPractice, framework, unit, identified.get(), source, standing, relied, text);
  }

  /// What can be changed later too.
  @Nullable ExerciseText text(SignedIn who, Answers form) {
    String objective = form.needLines("objective", "network.exercise.objective.missing");
    String source = or(form.lines("sourceWords"));
    String believed = or(form.lines("believed"));
    String agreement = or(form.lines("agreementWords"));
    String chairing = or(form.line("chairing"));
    String analyst = or(form.line("analyst"));
    var vocabulary = own.offered(who);
    var themes = several(form, "themes", vocabulary.themes());
    var vulnerabilities = several(form, "vulnerabilities", vocabulary.vulnerabilities());
    return form.isWrong()
        ? null
        : new ExerciseText(
            objective, source, believed, themes, vulnerabilities, agreement, chairing, analyst);
  }

  Answers filled(SignedIn who, ExerciseText text) {
    var vocabulary = own.offered(who);
    return Answers.none(words)
        .with("objective", text.objective())
        .with("sourceWords", text.source())
        .with("believed", text.believed())
        .with("agreementWords", text.agreement())
        .with("chairing", text.chairing())
        .with("analyst", text.analyst())
        .with("themes", known(text.themes(), vocabulary.themes()))
        .with("themesMore", more(text.themes(), vocabulary.themes()))
        .with("vulnerabilities", known(text.vulnerabilities(), vocabulary.vulnerabilities()))
        .with("vulnerabilitiesMore", more(text.vulnerabilities(), vocabulary.vulnerabilities()));
  }

  private String one(Answers form, String name, Map<String, String> options) {
    if (!options.containsKey(form.value(name))) {
      form.problem(name, words.say("network.exercise." + name + ".missing"));
      return "";
    }
    return form.value(name);
  }

  /// What was ticked, in its words, and what was typed beside it, one on each line.
  private static List<String> several(Answers form, String name, Map<String, String> options) {
    var chosen = new ArrayList<String>();
    options.forEach(
        (id, said) -> {
          if (form.has(name, id)) {
            chosen.add(said);
          }
        });
    String more = form.lines(name + "More");
    if (more != null) {
      more.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(chosen::add);
    }
    return chosen;
  }

  private static List<String> known(List<String> chosen, Map<String, String> options) {
    return options.entrySet().stream()
        .filter(option -> chosen.contains(option.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String more(List<String> chosen, Map<String, String> options) {
    return String.join("\n", chosen.stream().filter(one -> !options.containsValue(one)).toList());
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
