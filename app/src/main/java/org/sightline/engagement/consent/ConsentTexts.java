package org.sightline.engagement.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The words of the consent forms of schools, in versions. A change makes a new version; the old
/// stay readable (ST-10).
@Component
public class ConsentTexts {

  private static final Role[] EDITORS = {
    Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD
  };

  private final JdbcConsentTexts texts;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Words words;
  private final Clock clock;

  ConsentTexts(
      JdbcConsentTexts texts,
      Processes processes,
      Workspaces workspaces,
      Words words,
      Clock clock) {
    this.texts = texts;
    this.processes = processes;
    this.workspaces = workspaces;
    this.words = words;
    this.clock = clock;
  }

  /// The words in force at a round's school: the newest version, or the shipped words.
  public TextVersion inForce(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round);
          return newest(workspaces.schoolOf(round));
        });
  }

  /// Every version that was ever made, newest first.
  public List<TextVersion> versions(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round);
          return texts.all(workspaces.schoolOf(round));
        });
  }

  public boolean mayChange(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          var held = workspaces.roles(who, workspaces.schoolOf(round));
          return List.of(EDITORS).stream().anyMatch(held::contains);
        });
  }

  /// Makes a new version of the words. Translations stay with it; one whose English has changed is
  /// given to nobody until it is checked and saved again.
  ///
  /// @param basedOn number of the version the person had before them
  /// @throws Refused when something without which it is no consent form is missing
  /// @throws Stale when somebody made another since
  public void change(SignedIn who, WorkspaceId round, int basedOn, ConsentText text) {
    adding(
        who,
        round,
        basedOn,
        "engagement.consent-text-changed",
        old -> {
          check(old.standard(), text.standard());
          check(old.easyRead(), text.easyRead());
          return text;
        });
  }

  /// Adds a translation, or puts one in the place of an older: a new version of the words.
  ///
  /// @throws Refused when a line is missing, or a place to be filled in
  /// @throws Stale when somebody made another version since
  public void translate(
      SignedIn who, WorkspaceId round, int basedOn, Translation translation, Words english) {
    adding(
        who,
        round,
        basedOn,
        "engagement.consent-text-translated",
        old -> {
          checkComplete(Translation.english(old, english), translation.words());
          return old.with(translation);
        });
  }

  private void adding(
      SignedIn who, WorkspaceId round, int basedOn, String act, UnaryOperator<ConsentText> change) {
    var id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(round, act, id),
        () -> {
          workspaces.require(who, round);
          var school = workspaces.schoolOf(round);
          workspaces.require(who, school, EDITORS);
          texts.lock(school);
          var old = stored(who, school);
          if (old.number() != basedOn) {
            throw new Stale(
                "Somebody else changed the consent form while you had it open. Open it again: your"
                    + " change was not made, and theirs is kept.");
          }
          texts.add(id, school, basedOn + 1, change.apply(old.text()), today(), who.user());
        });
  }

  public Optional<Research> research(SignedIn who, WorkspaceId round) {
    return processes.look(who, () -> texts.research(round));
  }

  /// Declares that the round is also research. Forms that go out from now on say so.
  public void declare(SignedIn who, WorkspaceId round, Research research) {
    processes.change(
        who,
        Act.in(round, "engagement.research-declared", round.value()),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          texts.declare(round, research, today(), who.user());
        });
  }

  /// The words in force as a stored version: the shipped words become version 1. Inside a process.
  TextVersion stored(SignedIn who, WorkspaceId school) {
    var newest = newest(school);
    if (newest.id() != null) {
      return newest;
    }
    texts.lock(school);
    return texts
        .newest(school)
        .orElseGet(
            () -> {
              var id = UUID.randomUUID();
              texts.add(id, school, 1, newest.text(), today(), who.user());
              return new TextVersion(id, 1, newest.text(), today());
            });
  }

  /// What the form says about research, or "". Inside a process.
  String researchSentence(WorkspaceId round) {
    return texts
        .research(round)
        .map(
            r ->
                words.fill(
                    "engagement.consent-v1.settings.research.textWhenOn",
                    Map.of("researchBody", r.body())))
        .orElse("");
  }

  /// A version by its id. Inside a process.
  TextVersion version(UUID id) {
    return texts.find(id).orElseThrow(NotThere::new);
  }

  private TextVersion newest(WorkspaceId school) {
    return texts
        .newest(school)
        .orElseGet(() -> new TextVersion(null, 1, ConsentText.shipped(), null));
  }

  private static void check(FormWords old, FormWords changed) {
    if (!old.pieces().keySet().equals(changed.pieces().keySet())) {
      throw new Refused(
          "A part of the form is missing. Open the page again and change only words.");
    }
    changed
        .pieces()
        .forEach(
            (key, text) -> {
              if (FormWords.isNeeded(key) && text.isBlank()) {
                throw new Refused(
                    "The title, the seven statements, the question and its two answers cannot be"
                        + " empty. Nothing was changed.");
              }
              if (FormWords.isFixed(key) && !text.equals(old.say(key))) {
                throw new Refused(
                    "The promise about confidence is in one wording everywhere and stays as it is.");
              }
            });
    checkPlaces(old, changed);
  }

  private static void checkComplete(Map<String, String> english, FormWords translated) {
    long missing =
        english.keySet().stream()
            .filter(key -> !translated.has(key) || translated.say(key).isBlank())
            .count();
    if (missing > 0 || translated.pieces().size() != english.size()) {
      throw new Refused(
          "%d lines are not translated. Nobody should agree to less than the others read."
              .formatted(missing));
    }
    checkPlaces(new FormWords(english), translated);
  }

  private static void checkPlaces(FormWords old, FormWords changed) {
    Set<String> lost = new java.util.TreeSet<>(old.places());
    lost.removeAll(changed.places());
    if (!lost.isEmpty()) {
      throw new Refused(
          "These places are gone and have to be somewhere in the form: {%s}. Nothing was changed."
              .formatted(String.join("}, {", lost)));
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
