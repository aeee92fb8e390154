package org.sightline.engagement.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.engagement.planning.ConsentProgress;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.SessionNames;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// Who was invited to a session and what they said (A21, A86, H01). Every opening of it is
/// recorded. It knows nothing of maps, and nothing of maps knows it.
@Component
public class Register implements ConsentProgress {

  static final int MOST = 40;
  private static final Role[] READERS = {Role.ROUND_OWNER, Role.FACILITATOR};

  private final JdbcRegister register;
  private final ConsentTexts texts;
  private final Sessions sessions;
  private final SessionNames names;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Clock clock;

  Register(
      JdbcRegister register,
      ConsentTexts texts,
      Sessions sessions,
      SessionNames names,
      Processes processes,
      Workspaces workspaces,
      Clock clock) {
    this.register = register;
    this.texts = texts;
    this.sessions = sessions;
    this.names = names;
    this.processes = processes;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// @param age in years, or `null`
  public record Invited(String name, @Nullable Integer age) {

    public Invited {
      if (name.isBlank() || name.length() > 100 || (age != null && (age < 7 || age > 25))) {
        throw new IllegalArgumentException("Not somebody who can be invited");
      }
    }
  }

  /// What a young person reads, exactly.
  ///
  /// @param fills names and days as they stand today
  public record Shown(TextVersion version, Form form, FormWords words, Map<String, String> fills) {

    public FormKind kind() {
      return form.kind();
    }

    public String direction() {
      return form.isTranslated() ? version.text().translation(form).direction() : "ltr";
    }
  }

  /// The list of a session by name. Recorded as a read.
  public List<Entry> of(SignedIn who, SessionId session) {
    return reading(who, session, "engagement.consent-register-read", found -> register.of(session));
  }

  /// One entry. Recorded as a read.
  ///
  /// @throws NotThere when there is none on this session's list
  public Entry find(SignedIn who, SessionId session, UUID invitation) {
    var round = sessions.find(who, session).round();
    return processes.read(
        who,
        Act.in(round, "engagement.consent-form-read", invitation),
        () -> {
          workspaces.require(who, round, READERS);
          return entry(session, invitation);
        });
  }

  @Override
  public Forms progress(SessionId session) {
    return register.progress(session);
  }

  /// Puts young people on the list.
  public void invite(SignedIn who, SessionId session, List<Invited> invited) {
    changing(
        who,
        session,
        "engagement.young-people-invited",
        session.value(),
        "invited: " + invited.size(),
        found -> {
          if (register.of(session).size() + invited.size() > MOST) {
            throw new Refused(
                "A list holds up to %d young people. Plan another session for the others."
                    .formatted(MOST));
          }
          invited.forEach(one -> register.invite(session, found.round(), one));
        });
  }

  /// Takes somebody off the list who has returned no form.
  public void remove(SignedIn who, SessionId session, UUID invitation) {
    changing(
        who,
        session,
        "engagement.invitation-removed",
        invitation,
        null,
        found -> {
          if (entry(session, invitation).returned() != null) {
            throw new Refused(
                "A form has come back for this young person: it is kept. If they have changed their"
                    + " mind, record that instead.");
          }
          register.remove(invitation, today());
        });
  }

  /// Notes that a form was given to everybody who has none yet.
  public void issueToAll(SignedIn who, SessionId session, FormKind form) {
    changing(
        who,
        session,
        "engagement.consent-forms-issued",
        session.value(),
        "form: " + form.slug(),
        found ->
            register.of(session).stream()
                .filter(entry -> entry.issued() == null)
                .forEach(entry -> register.issue(entry.id(), form, today())));
  }

  /// Keeps a form that came back, with the exact words they had before them (ST-10).
  public void record(
      SignedIn who,
      SessionId session,
      UUID invitation,
      Form form,
      byte[] wordsRead,
      Function<Map<String, String>, Given> given) {
    changing(
        who,
        session,
        "engagement.consent-recorded",
        invitation,
        "form: " + form.slug(),
        found -> {
          var entry = entry(session, invitation);
          var school = workspaces.schoolOf(found.round());
          var version = texts.stored(who, school);
          var shown = shown(who, found, version, form);
          if (!java.util.Arrays.equals(shown.words().hash(), wordsRead)) {
            throw new org.sightline.kernel.Stale(
                "The words of the form changed while it was open. Open it again, so that they sign"
                    + " what they have read.");
          }
          if (entry.withdrawal() != null) {
            throw new Refused("They have taken their consent back. That stays as it is.");
          }
          register.record(
              invitation,
              found.round(),
              new Entry.Returned(
                  UUID.randomUUID(),
                  java.util.Objects.requireNonNull(version.id()),
                  form,
                  wordsRead,
                  texts.research(who, found.round()).isPresent(),
                  given.apply(shown.fills()),
                  today()),
              who.user());
          if (entry.issued() == null) {
            register.issue(invitation, form.kind(), today());
          }
        });
  }

  /// Records that somebody took their consent back, and what that changes (H01).
  public void withdraw(SignedIn who, SessionId session, UUID invitation) {
    changing(
        who,
        session,
        "engagement.consent-withdrawn",
        invitation,
        null,
        found -> {
          var entry = entry(session, invitation);
          if (entry.withdrawal() != null) {
            throw new Refused("This is recorded already.");
          }
          if (entry.returned() == null || !entry.returned().given().yes()) {
            throw new Refused("They have not said yes, so there is nothing to take back.");
          }
          register.withdraw(invitation, found.round(), effect(found), today(), who.user());
        });
  }

  /// The words a young person of this session reads today.
  public Shown shown(SignedIn who, SessionId session, Form form) {
    var found = sessions.find(who, session);
    return processes.look(
        who,
        () -> {
          workspaces.require(who, found.round(), READERS);
          return shown(who, found, texts.inForce(who, found.round()), form);
        });
  }

  /// The words as somebody read them, however often the text has changed since (ST-10).
  public Shown asRead(SignedIn who, SessionId session, Entry.Returned returned) {
    return processes.look(
        who,
        () -> {
          var version = texts.version(returned.textVersion());
          var fills = returned.given().fills();
          return new Shown(
              version,
              returned.form(),
              version.text().shown(returned.form(), fills, fills.getOrDefault("research", "")),
              fills);
        });
  }

  /// The blank form for print. Recorded: it says when forms were made.
  public Shown forPrint(SignedIn who, SessionId session, Form form, int copies) {
    var found = sessions.find(who, session);
    return processes.read(
        who,
        Act.in(found.round(), "engagement.consent-forms-printed", session.value())
            .with("form: %s, copies: %d".formatted(form.slug(), copies)),
        () -> {
          workspaces.require(who, found.round(), READERS);
          return shown(who, found, texts.inForce(who, found.round()), form);
        });
  }

  /// What taking consent back changes, by how far the session is.
  static Entry.Effect effect(Session session) {
    return switch (session.state()) {
      case PLANNED -> Entry.Effect.BEFORE;
      case OPEN -> Entry.Effect.DURING;
      case CLOSED -> Entry.Effect.AFTER;
    };
  }

  private Shown shown(SignedIn who, Session session, TextVersion version, Form form) {
    if (!version.text().forms().contains(form)) {
      throw new NotThere();
    }
    var fills = new HashMap<String, String>();
    var named = names.of(who, session).places();
    fills.put("school", version.text().school());
    for (var place : List.of("lead", "staffMember", "deputy", "lastDay")) {
      fills.put(place, named.getOrDefault(place, ""));
    }
    fills.put("tellBy", named.getOrDefault("feedbackDate", ""));
    fills.put("research", research(session));
    return new Shown(
        version,
        form,
        version.text().shown(form, fills, fills.getOrDefault("research", "")),
        fills);
  }

  private String research(Session session) {
    return texts.researchSentence(session.round());
  }

  private Entry entry(SessionId session, UUID invitation) {
    return register.of(session).stream()
        .filter(entry -> entry.id().equals(invitation))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private <T> T reading(SignedIn who, SessionId session, String act, Function<Session, T> reading) {
    var found = sessions.find(who, session);
    return processes.read(
        who,
        Act.in(found.round(), act, session.value()),
        () -> {
          workspaces.require(who, found.round(), READERS);
          return reading.apply(found);
        });
  }

  private void changing(
      SignedIn who,
      SessionId session,
      String act,
      UUID object,
      @Nullable String detail,
      java.util.function.Consumer<Session> change) {
    var found = sessions.find(who, session);
    var plain = Act.in(found.round(), act, object);
    processes.change(
        who,
        detail == null ? plain : plain.with(detail),
        () -> {
          workspaces.require(who, found.round(), READERS);
          register.lock(session);
          change.accept(found);
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
