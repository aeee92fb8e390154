package org.sightline.network.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was said of one thing on the map, and everything that was said before.
public final class Element {

  private final ElementId id;
  private final ElementKind kind;
  private final long since;
  private final Map<Field, Answers> answers = new EnumMap<>(Field.class);

  Element(ElementId id, ElementKind kind, long since) {
    this.id = id;
    this.kind = kind;
    this.since = since;
  }

  public ElementId id() {
    return id;
  }

  public ElementKind kind() {
    return kind;
  }

  /// The entry that drew it.
  public long drawnBy() {
    return since;
  }

  /// @return empty when it was not asked yet, or taken back
  public String value(Field field) {
    var said = answers.get(field);
    return said == null ? "" : said.now();
  }

  /// The same, for callers that chain; "not known" is an answer.
  public Optional<String> answer(Field field) {
    return Optional.of(value(field)).filter(value -> !value.isEmpty());
  }

  public boolean isOn() {
    return value(Field.OFF).isEmpty();
  }

  ElementId end(Field field) {
    return ElementId.of(value(field));
  }

  /// The entry that last said something of it, or 0.
  long since(Field field) {
    var said = answers.get(field);
    return said == null ? 0 : said.since;
  }

  Answers answers(Field field) {
    return answers.computeIfAbsent(field, none -> new Answers());
  }

  /// What was said of one field. What an entry says follows from what stood there when it spoke;
  /// taking it back goes there again, and taking that back comes here again, however often.
  static final class Answers {

    private static final Answer NOT_ASKED = new Answer(0, "", null);

    private final List<Answer> all = new ArrayList<>(1);
    private Answer now = NOT_ASKED;
    private long since;

    private record Answer(long number, String value, @Nullable Answer before) {}

    String now() {
      return now.value();
    }

    void say(long number, String value) {
      now = new Answer(number, value, now);
      all.add(now);
      since = number;
    }

    /// What stood there before an entry spoke; `null` when others have spoken since.
    @Nullable String before(long spoke) {
      return now.number() == spoke && now.before() != null ? now.before().value() : null;
    }

    /// What an entry said that was taken back; `null` when others have spoken since.
    @Nullable String again(long spoke) {
      var then = of(spoke);
      return then != null && then.before() == now ? then.value() : null;
    }

    void takeBack(long number) {
      if (now.before() != null) {
        now = now.before();
      }
      since = number;
    }

    void sayAgain(long number, long spoke) {
      var then = of(spoke);
      if (then != null) {
        now = then;
      }
      since = number;
    }

    private @Nullable Answer of(long spoke) {
      return all.stream().filter(each -> each.number() == spoke).findFirst().orElse(null);
    }
  }
}
