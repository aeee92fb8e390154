package org.sightline.network;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The words one chooses from, as an authority has them: those that came with the product without
/// the ones it does not use, and its own after them (B01, B10, B37, B60).
@Component
public class OwnWords {

  private static final SealedColumn NAME = new SealedColumn("network.term", "name");

  private final Processes processes;
  private final Users users;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  OwnWords(Processes processes, Users users, JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.processes = processes;
    this.users = users;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// A word of a list.
  ///
  /// @param key what is kept when it is chosen
  /// @param own whether it was added here
  /// @param isOver whether it is not offered any more
  public record Word(
      Vocabulary.Choice list, String key, String name, boolean own, boolean isOver) {}

  private record Row(
      UUID id, Vocabulary.Choice list, @Nullable String shipped, String name, boolean isOver) {}

  /// What is offered now.
  public Vocabulary offered(SignedIn who) {
    return merged(who, false);
  }

  /// What anything was ever called, to show what was chosen earlier.
  public Vocabulary known(SignedIn who) {
    return merged(who, true);
  }

  /// What the authority calls its way of working, and what is mapped: "Harm outside the Home:
  /// Incident" (B01).
  public String label(SignedIn who, Exercise exercise) {
    var known = known(who);
    return known.frameworks().getOrDefault(exercise.framework(), exercise.framework())
        + ": "
        + known.units().getOrDefault(exercise.unit(), exercise.unit());
  }

  private Vocabulary merged(SignedIn who, boolean everything) {
    var all = all(who);
    return Vocabulary.shipped()
        .with(
            list -> {
              var names = new LinkedHashMap<String, String>();
              all.stream()
                  .filter(word -> word.list() == list && (everything || !word.isOver()))
                  .forEach(word -> names.put(word.key(), word.name()));
              return names;
            });
  }

  /// Every word of every list, in order.
  public List<Word> all(SignedIn who) {
    var rows = processes.look(who, this::rows);
    var all = new java.util.ArrayList<Word>();
    for (var list : Vocabulary.Choice.values()) {
      Vocabulary.shipped()
          .of(list)
          .forEach(
              (key, name) ->
                  all.add(
                      new Word(
                          list,
                          key,
                          name,
                          false,
                          rows.stream()
                              .anyMatch(
                                  row ->
                                      row.list() == list
                                          && key.equals(row.shipped())
                                          && !row.isOver()))));
      rows.stream()
          .filter(row -> row.list() == list && row.shipped() == null)
          .forEach(row -> all.add(new Word(list, key(row.id()), row.name(), true, row.isOver())));
    }
    return all;
  }

  private List<Row> rows() {
    return jdbc.sql("select * from network.term order by number")
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              String name = sealing.openIfAny(NAME, id, row.getBytes("name"));
              return new Row(
                  id,
                  Vocabulary.Choice.valueOf(row.getString("list")),
                  row.getString("shipped"),
                  name == null ? "" : name,
                  row.getObject("ended_at") != null);
            })
        .list();
  }

  /// Whether the reader changes the words: chairs and governance readers do.
  public boolean mayChange(SignedIn who) {
    var roles = processes.look(who, () -> users.rolesAnywhere(who));
    return roles.contains(Role.CHAIR) || roles.contains(Role.GOVERNANCE);
  }

  /// Adds a word to a list.
  public void add(SignedIn who, Vocabulary.Choice list, String name) {
    write(who, list, null, name);
  }

  /// Offers a word no more, or again; what was chosen with it stays.
  ///
  /// @throws NotThere when there is no such word, or it is so already
  public void offer(SignedIn who, Vocabulary.Choice list, String key, boolean again) {
    var word =
        all(who).stream()
            .filter(one -> one.list() == list && one.key().equals(key))
            .filter(one -> one.isOver() == again)
            .findFirst()
            .orElseThrow(NotThere::new);
    if (!word.own() && !again) {
      write(who, list, key, null);
      return;
    }
    requireKeeper(who);
    UUID id =
        processes.look(who, this::rows).stream()
            .filter(
                row -> row.list() == list && (word.own() ? row.shipped() == null : !row.isOver()))
            .filter(row -> word.own() ? key(row.id()).equals(key) : key.equals(row.shipped()))
            .map(Row::id)
            .findFirst()
            .orElseThrow(NotThere::new);
    boolean end = word.own() != again;
    processes.change(
        who,
        Act.of(again ? "network.word-offered-again" : "network.word-not-offered", id),
        () ->
            jdbc.sql("update network.term set ended_by = :by, ended_at = :at where id = :id")
                .param("by", end ? who.user().value() : null, Types.OTHER)
                .param(
                    "at",
                    end ? clock.instant().atOffset(ZoneOffset.UTC) : null,
                    Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update());
  }

  private void write(
      SignedIn who, Vocabulary.Choice list, @Nullable String shipped, @Nullable String name) {
    requireKeeper(who);
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.of(shipped == null ? "network.word-added" : "network.word-not-offered", id),
        () ->
            jdbc.sql(
                    """
                    insert into network.term (id, list, shipped, name, by_user, at)
                    values (:id, :list, :shipped, :name, :by, :at)
                    """)
                .param("id", id)
                .param("list", list.name())
                .param("shipped", shipped, Types.VARCHAR)
                .param("name", sealing.sealIfAny(NAME, id, name), Types.BINARY)
                .param("by", who.user().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
  }

  private void requireKeeper(SignedIn who) {
    if (!mayChange(who)) {
      throw new NotThere();
    }
  }

  /// The id in letters only, as every key of the vocabulary is.
  private static String key(UUID id) {
    var key = new StringBuilder("own-");
    for (char figure : id.toString().replace("-", "").toCharArray()) {
      key.append((char) ('a' + Character.digit(figure, 16)));
    }
    return key.toString();
  }

  /// The lists with their words, for a page.
  public static Map<Vocabulary.Choice, List<Word>> byList(List<Word> words) {
    var lists = new LinkedHashMap<Vocabulary.Choice, List<Word>>();
    for (var list : Vocabulary.Choice.values()) {
      lists.put(list, words.stream().filter(word -> word.list() == list).toList());
    }
    return lists;
  }
}
