package org.sightline.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.register.Register.Column;
import org.sightline.register.Register.Table;

/// The pages a data protection officer reads, made from the register.
///
/// @param comments of the columns in the database, which say what is sealed
record RegisterPages(Register register, Map<String, String> comments) {

  private static final String MADE =
      """
      Made from the [column register](../../app/src/main/resources/register/terms.yaml) and checked
      against the database by every build. Do not edit it here. It says what the product is made for;
      the controller decides, and may decide otherwise.
      """;

  /// The record of processing activities (UK GDPR Art. 30): one part for each purpose.
  String ropa() {
    var page = new StringBuilder("# Record of processing\n\n").append(MADE);
    register
        .purposes()
        .forEach(
            (key, sentence) -> {
              var tables = columns(column -> column.purpose().equals(key));
              if (!tables.isEmpty()) {
                page.append("\n## ").append(title(key)).append("\n\n").append(sentence);
                page.append("\n\n| | |\n|---|---|\n");
                row(page, "About whom and what", said(tables, Column::kind, this::kind));
                row(page, "Basis", said(tables, Column::basis, register.bases()::get));
                row(page, "Kept", said(tables, Column::keep, register.keep()::get));
                row(
                    page,
                    "Who receives it",
                    "Nobody outside, unless somebody hands it out: then it is recorded.");
                row(page, "Outside the United Kingdom", "Not by the product.");
                row(
                    page,
                    "Where",
                    tables.keySet().stream()
                        .map(table -> "`" + table.name() + "`")
                        .collect(Collectors.joining(", ")));
              }
            });
    return page.toString();
  }

  /// The annex to a data protection impact assessment: every column.
  String dpia() {
    var page = new StringBuilder("# What every column holds\n\n");
    page.append("For the impact assessment. ").append(MADE).append("\n## Classes\n\n");
    page.append("| Class | What it is | Columns | Sealed |\n|---|---|---|---|\n");
    register
        .classes()
        .forEach(
            (key, term) -> {
              var names = names(column -> column.kind().equals(key));
              long sealed = names.stream().filter(this::isSealed).count();
              page.append(
                  "| %s | %s | %d | %d |%n"
                      .formatted(term.title(), term.says(), names.size(), sealed)
                      .replace("\r\n", "\n"));
            });
    page.append("\n## Tables\n");
    for (Table table : register.tables().values()) {
      page.append("\n### `").append(table.name()).append("`\n\n");
      page.append(table.about()).append(". ").append(register.purposes().get(table.purpose()));
      page.append("\n\n| Column | Class | Sealed | Basis | Kept |\n|---|---|---|---|---|\n");
      for (Column column : table.columns().values()) {
        page.append(
            "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                    column.name(),
                    kindTitle(column.kind()),
                    isSealed(table.name() + "." + column.name()) ? "yes" : "no",
                    column.basis(),
                    column.keep()));
      }
    }
    page.append("\n## Bases\n\n");
    register.bases().forEach((key, says) -> page.append("* %s: %s\n".formatted(key, says)));
    page.append("\n## How long\n\n");
    register.keep().forEach((key, says) -> page.append("* %s: %s\n".formatted(key, says)));
    return page.toString();
  }

  private Map<Table, List<Column>> columns(java.util.function.Predicate<Column> which) {
    var found = new java.util.LinkedHashMap<Table, List<Column>>();
    for (Table table : register.tables().values()) {
      var columns = table.columns().values().stream().filter(which).toList();
      if (!columns.isEmpty()) {
        found.put(table, columns);
      }
    }
    return found;
  }

  private List<String> names(java.util.function.Predicate<Column> which) {
    var names = new ArrayList<String>();
    columns(which)
        .forEach(
            (table, columns) ->
                columns.forEach(column -> names.add(table.name() + "." + column.name())));
    return names;
  }

  private boolean isSealed(String name) {
    return comments.getOrDefault(name, "").startsWith("Sealed");
  }

  private static String said(
      Map<Table, List<Column>> tables,
      Function<Column, String> key,
      Function<String, String> words) {
    var keys = new LinkedHashSet<String>();
    tables.values().forEach(columns -> columns.forEach(column -> keys.add(key.apply(column))));
    return keys.stream().sorted().map(words).collect(Collectors.joining("<br>"));
  }

  private String kind(String key) {
    var term = register.classes().get(key);
    return term == null ? key : term.title() + ": " + term.says();
  }

  private String kindTitle(String key) {
    var term = register.classes().get(key);
    return term == null ? key : term.title();
  }

  private static String title(String key) {
    String words = key.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static void row(StringBuilder page, String what, String says) {
    page.append("| ").append(what).append(" | ").append(says).append(" |\n");
  }
}
