package org.sightline.engagement.planning;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sightline.engagement.planning.Session.State;

/// Whom the sessions of a round reach (A19). It comes from planning only: which key stage, and
/// which years were expected. What young people write on a map never enters.
public record Coverage(List<Year> years, List<KeyStage> keyStages, List<Voice> voices) {

  /// How far a year, key stage or voice is reached.
  public enum Reach {
    /// By a session that has been held.
    HEARD,
    /// By a session that is planned or open.
    PLANNED,
    /// A session of its key stage is there, and nobody said which years come.
    PERHAPS,
    NOT_YET
  }

  public record Year(int year, Reach reach, List<Integer> sessions) {}

  public record KeyStage(int keyStage, Reach reach, List<Integer> sessions) {}

  public record Voice(String text, Reach reach, List<Integer> sessions) {}

  public Coverage {
    years = List.copyOf(years);
    keyStages = List.copyOf(keyStages);
    voices = List.copyOf(voices);
  }

  /// @param voices ids of [SetUpSteps.Field.Option] by session, from the step "participants"
  public static Coverage of(List<Session> sessions, Map<SessionId, List<String>> voices) {
    boolean primary =
        sessions.stream()
            .map(Session::details)
            .anyMatch(
                d ->
                    Integer.valueOf(2).equals(d.keyStage())
                        || d.yearsExpected().stream().anyMatch(y -> y < 7));
    return new Coverage(
        IntStream.rangeClosed(primary ? 3 : 7, 13).mapToObj(y -> year(y, sessions)).toList(),
        IntStream.rangeClosed(primary ? 2 : 3, 5).mapToObj(k -> keyStage(k, sessions)).toList(),
        voiceOptions().stream().map(option -> voice(option, sessions, voices)).toList());
  }

  /// The years no session reaches.
  public List<Integer> notYetHeard() {
    return years.stream().filter(y -> y.reach() == Reach.NOT_YET).map(Year::year).toList();
  }

  /// The key stage a school year of England belongs to.
  static int keyStageOf(int year) {
    if (year <= 6) {
      return 2;
    }
    if (year <= 9) {
      return 3;
    }
    return year <= 11 ? 4 : 5;
  }

  private static Year year(int year, List<Session> sessions) {
    var named = sessions.stream().filter(s -> s.details().yearsExpected().contains(year)).toList();
    if (!named.isEmpty()) {
      return new Year(year, reach(named), numbers(named));
    }
    var perhaps =
        sessions.stream()
            .filter(s -> s.details().yearsExpected().isEmpty())
            .filter(s -> Integer.valueOf(keyStageOf(year)).equals(s.details().keyStage()))
            .toList();
    return new Year(year, perhaps.isEmpty() ? Reach.NOT_YET : Reach.PERHAPS, numbers(perhaps));
  }

  private static KeyStage keyStage(int keyStage, List<Session> sessions) {
    var reaching =
        sessions.stream()
            .filter(s -> Integer.valueOf(keyStage).equals(s.details().keyStage()))
            .toList();
    return new KeyStage(keyStage, reach(reaching), numbers(reaching));
  }

  private static Voice voice(
      SetUpSteps.Field.Option option, List<Session> all, Map<SessionId, List<String>> voices) {
    var reaching =
        all.stream()
            .filter(s -> voices.getOrDefault(s.id(), List.of()).contains(option.id()))
            .toList();
    return new Voice(option.text(), reach(reaching), numbers(reaching));
  }

  private static Reach reach(List<Session> sessions) {
    if (sessions.isEmpty()) {
      return Reach.NOT_YET;
    }
    return sessions.stream().anyMatch(s -> s.state() == State.CLOSED) ? Reach.HEARD : Reach.PLANNED;
  }

  private static List<Integer> numbers(List<Session> sessions) {
    return sessions.stream().map(Session::number).toList();
  }

  private static List<SetUpSteps.Field.Option> voiceOptions() {
    return SetUpSteps.shipped().fields().stream()
        .filter(field -> field.id().equals("voices"))
        .flatMap(field -> field.options().stream())
        .toList();
  }
}
