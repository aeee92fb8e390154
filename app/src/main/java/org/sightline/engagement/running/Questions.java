package org.sightline.engagement.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.sightline.engagement.running.RunSheetPage.Question;
import org.yaml.snakeyaml.Yaml;

/// The questions as they ship: nine for the discussion and three for a short session
/// (`engagement/questions.yaml`).
public final class Questions {

  private Questions() {}

  /// By the id of their list, `discussion` or `inSession`.
  public static Map<String, List<Question>> shipped() {
    try (InputStream in = Questions.class.getResourceAsStream("/engagement/questions.yaml")) {
      Map<String, Object> file = new Yaml().load(in);
      return Map.of("discussion", list(file, "discussion"), "inSession", list(file, "inSession"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the file is ours and a test reads it
  private static List<Question> list(Map<String, Object> file, String key) {
    return ((List<Map<String, Object>>) file.get(key))
        .stream()
            .map(
                row ->
                    new Question(
                        String.valueOf(row.get("id")),
                        String.valueOf(row.get("text")),
                        String.valueOf(row.getOrDefault("facilitatorHint", ""))))
            .toList();
  }
}
