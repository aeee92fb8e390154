package org.sightline.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What every column holds, why, on what basis and how long: `app/src/main/resources/register`, one
/// file for each module and the words they use in `terms.yaml`.
///
/// @param classes in the order of `terms.yaml`, by their keys
/// @param problems what is written there and does not fit
record Register(
    Map<String, Term> classes,
    Map<String, String> purposes,
    Map<String, String> bases,
    Map<String, String> keep,
    Map<String, Table> tables,
    List<String> problems) {

  record Term(String title, String says) {}

  /// @param columns by name
  record Table(String name, String about, String purpose, Map<String, Column> columns) {}

  record Column(String name, String kind, String purpose, String basis, String keep) {}

  static Register read() throws IOException {
    var terms = new LinkedHashMap<String, Object>();
    var tables = new TreeMap<String, Map<String, Object>>();
    var problems = new ArrayList<String>();
    for (var file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:register/*.yaml")) {
      try (var stream = file.getInputStream()) {
        if ("terms.yaml".equals(file.getFilename())) {
          terms.putAll(map(load(stream)));
        } else {
          map(load(stream)).forEach((name, table) -> add(tables, name, table, problems));
        }
      }
    }
    var classes = new LinkedHashMap<String, Term>();
    map(terms.get("classes"))
        .forEach(
            (key, term) -> classes.put(key, new Term(text(term, "title"), text(term, "says"))));
    var register =
        new Register(
            classes,
            words(terms.get("purposes")),
            words(terms.get("bases")),
            words(terms.get("keep")),
            new TreeMap<>(),
            problems);
    tables.forEach((name, table) -> register.tables.put(name, register.table(name, table)));
    return register;
  }

  private static void add(
      Map<String, Map<String, Object>> tables, String name, Object table, List<String> problems) {
    if (tables.put(name, map(table)) != null) {
      problems.add(name + ": is there twice");
    }
  }

  private Table table(String name, Map<String, Object> said) {
    var columns = new TreeMap<String, Column>();
    var but = said.containsKey("but") ? map(said.get("but")) : Map.<String, Object>of();
    for (var kind : map(said.get("columns")).entrySet()) {
      for (Object column : (List<?>) kind.getValue()) {
        Map<String, Object> differs =
            but.containsKey(column.toString()) ? map(but.get(column.toString())) : Map.of();
        var read =
            new Column(
                column.toString(),
                kind.getKey(),
                of("purpose", differs, said),
                of("basis", differs, said),
                of("keep", differs, said));
        if (columns.put(read.name(), read) != null) {
          problems.add("%s.%s: is there twice".formatted(name, read.name()));
        }
        check(name, read);
      }
    }
    return new Table(name, text(said, "about"), text(said, "purpose"), columns);
  }

  private void check(String table, Column column) {
    known(table, column, "class", column.kind(), classes.keySet());
    known(table, column, "purpose", column.purpose(), purposes.keySet());
    known(table, column, "basis", column.basis(), bases.keySet());
    known(table, column, "keep", column.keep(), keep.keySet());
    boolean personal = !Set.of("working", "place").contains(column.kind());
    if (personal && column.basis().equals("nobody") && !column.kind().equals("secret")) {
      boolean ofNobody = column.kind().equals("typed");
      if (!ofNobody) {
        problems.add("%s.%s: about people, without a basis".formatted(table, column.name()));
      }
    }
  }

  private void known(String table, Column column, String what, String key, Set<String> keys) {
    if (!keys.contains(key)) {
      problems.add("%s.%s: no such %s as %s".formatted(table, column.name(), what, key));
    }
  }

  private static String of(String key, Map<String, Object> differs, Map<String, Object> table) {
    return differs.containsKey(key) ? text(differs, key) : text(table, key);
  }

  /// `schema.table.column` of everything annotated.
  Set<String> columns() {
    var all = new LinkedHashSet<String>();
    tables
        .values()
        .forEach(
            table -> table.columns().keySet().forEach(name -> all.add(table.name() + "." + name)));
    return all;
  }

  private static Object load(InputStream stream) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
  }

  private static Map<String, String> words(Object said) {
    var words = new LinkedHashMap<String, String>();
    map(said).forEach((key, value) -> words.put(key, value.toString()));
    return words;
  }

  private static String text(Object map, String key) {
    Object found = map(map).get(key);
    if (found == null) {
      throw new IllegalArgumentException("The register lacks " + key + " in " + map);
    }
    return found.toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object said) {
    return (Map<String, Object>) said;
  }
}
