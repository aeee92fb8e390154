package org.sightline.engagement.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL behind [ConsentTexts].
@Component
class JdbcConsentTexts {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, LinkedHashMap<String, String>>> PIECES =
      new TypeReference<>() {};

  private static final String TRANSLATION = "translation:";
  private static final String ABOUT = "about-translation:";
  private static final SealedColumn CONTENT = new SealedColumn("consent.text_version", "content");
  private static final SealedColumn BODY = new SealedColumn("consent.research", "body");
  private static final SealedColumn ETHICS = new SealedColumn("consent.research", "ethics");

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcConsentTexts(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  /// Two people changing the words of a school wait for each other.
  void lock(WorkspaceId school) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:school, 3))")
        .param("school", school.toString())
        .query((row, n) -> true)
        .single();
  }

  Optional<TextVersion> newest(WorkspaceId school) {
    return jdbc.sql(
            """
            select id, number, content, made_on
              from consent.text_version
             where workspace_id = :school
             order by number desc
             limit 1
            """)
        .param("school", school.value())
        .query((row, n) -> version(row))
        .optional();
  }

  List<TextVersion> all(WorkspaceId school) {
    return jdbc.sql(
            """
            select id, number, content, made_on
              from consent.text_version
             where workspace_id = :school
             order by number desc
            """)
        .param("school", school.value())
        .query((row, n) -> version(row))
        .list();
  }

  Optional<TextVersion> find(UUID id) {
    return jdbc.sql("select id, number, content, made_on from consent.text_version where id = :id")
        .param("id", id)
        .query((row, n) -> version(row))
        .optional();
  }

  void add(UUID id, WorkspaceId school, int number, ConsentText text, LocalDate on, UserId by) {
    jdbc.sql(
            """
            insert into consent.text_version (id, workspace_id, number, content, made_on, made_by)
            values (:id, :school, :number, :content, :on, :by)
            """)
        .param("id", id)
        .param("school", school.value())
        .param("number", number)
        .param("content", sealing.seal(CONTENT, id, content(text)))
        .param("on", on)
        .param("by", by.value())
        .update();
    for (Form form : text.forms()) {
      jdbc.sql(
              """
              insert into consent.text_form (version_id, workspace_id, form, language, words_hash)
              values (:id, :school, :form, :language, :hash)
              """)
          .param("id", id)
          .param("school", school.value())
          .param("form", form.kind().name())
          .param("language", form.language())
          .param("hash", text.shown(form, Map.of(), "").hash())
          .update();
    }
  }

  Optional<Research> research(WorkspaceId round) {
    return jdbc.sql("select body, ethics from consent.research where workspace_id = :round")
        .param("round", round.value())
        .query(
            (row, n) ->
                new Research(
                    sealing.open(BODY, round.value(), row.getBytes("body")),
                    sealing.open(ETHICS, round.value(), row.getBytes("ethics"))))
        .optional();
  }

  void declare(WorkspaceId round, Research research, LocalDate on, UserId by) {
    jdbc.sql(
            """
            insert into consent.research (workspace_id, body, ethics, declared_on, declared_by)
            values (:round, :body, :ethics, :on, :by)
            on conflict (workspace_id) do update
               set body = excluded.body, ethics = excluded.ethics,
                   declared_on = excluded.declared_on, declared_by = excluded.declared_by
            """)
        .param("round", round.value())
        .param("body", sealing.seal(BODY, round.value(), research.body()))
        .param("ethics", sealing.seal(ETHICS, round.value(), research.ethics()))
        .param("on", on)
        .param("by", by.value())
        .update();
  }

  private static String content(ConsentText text) {
    var pieces = new LinkedHashMap<String, Map<String, String>>();
    pieces.put(
        "settings",
        new LinkedHashMap<>(Map.of("school", text.school(), "parentalRule", text.parentalRule())));
    pieces.put("standard", text.standard().pieces());
    pieces.put("easyRead", text.easyRead().pieces());
    text.translations()
        .forEach(
            (language, translation) -> {
              pieces.put(TRANSLATION + language, translation.words().pieces());
              pieces.put(
                  ABOUT + language,
                  Map.of("direction", translation.direction(), "madeFrom", translation.madeFrom()));
            });
    return JSON.writeValueAsString(pieces);
  }

  private TextVersion version(ResultSet row) throws SQLException {
    var pieces =
        JSON.readValue(
            sealing.open(CONTENT, row.getObject("id", UUID.class), row.getBytes("content")),
            PIECES);
    var settings = pieces.getOrDefault("settings", new LinkedHashMap<>());
    return new TextVersion(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        new ConsentText(
            settings.getOrDefault("school", ""),
            settings.getOrDefault("parentalRule", ""),
            new FormWords(pieces.getOrDefault("standard", new LinkedHashMap<>())),
            new FormWords(pieces.getOrDefault("easyRead", new LinkedHashMap<>())),
            translations(pieces)),
        row.getObject("made_on", LocalDate.class));
  }

  private static Map<String, Translation> translations(
      Map<String, LinkedHashMap<String, String>> pieces) {
    var found = new LinkedHashMap<String, Translation>();
    pieces.forEach(
        (key, words) -> {
          if (key.startsWith(TRANSLATION)) {
            String language = key.substring(TRANSLATION.length());
            var about = pieces.getOrDefault(ABOUT + language, new LinkedHashMap<>());
            found.put(
                language,
                new Translation(
                    language,
                    "rtl".equals(about.get("direction")),
                    about.getOrDefault("madeFrom", ""),
                    new FormWords(words)));
          }
        });
    return found;
  }
}
