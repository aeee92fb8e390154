package org.sightline.network.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sightline.documents.tables.Table;
import org.sightline.network.exchange.Incoming.Line;

/// Network Canvas writes what one chooses from a list as a column for each of its options, true or
/// false: `SeenOrHeard_Seen`, `SeenOrHeard_Heard`. Where such columns say who says so, or whether
/// it was seen or heard, they are put together again as one, called `SeenOrHeard`.
final class Ticked {

  private static final Set<String> TICKS = Set.of("", "true", "false");

  private Ticked() {}

  static Table together(Table table) {
    var headings = table.rows().getFirst().cells();
    var rest = table.rows().subList(1, table.rows().size());
    var groups =
        groups(
            headings,
            heading -> {
              int column = headings.indexOf(heading);
              return rest.stream().allMatch(row -> isTick(row.cell(column)));
            });
    if (groups.isEmpty()) {
      return table;
    }
    var rows = new ArrayList<Table.Row>();
    rows.add(new Table.Row(table.rows().getFirst().number(), headings(headings, groups)));
    rest.forEach(row -> rows.add(new Table.Row(row.number(), cells(headings, row, groups))));
    return new Table(rows);
  }

  static Incoming together(Incoming picture) {
    var names =
        picture.lines().stream()
            .flatMap(line -> line.answers().keySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var groups =
        groups(
            names,
            name ->
                picture.lines().stream()
                    .allMatch(line -> isTick(line.answers().getOrDefault(name, ""))));
    return groups.isEmpty()
        ? picture
        : new Incoming(
            picture.nodes(),
            picture.lines().stream().map(line -> together(line, groups)).toList(),
            picture.refused(),
            picture.oneSided());
  }

  private static Line together(Line line, Map<String, Map<String, String>> groups) {
    var answers = new LinkedHashMap<>(line.answers());
    groups.forEach(
        (base, options) -> {
          String chosen = chosen(options, option -> line.answers().getOrDefault(option, ""));
          answers.keySet().removeAll(options.keySet());
          if (!chosen.isEmpty()) {
            answers.put(base, chosen);
          }
        });
    return new Line(
        line.from(), line.to(), line.directed(), line.weight(), answers, line.said(), line.row());
  }

  /// The columns that belong together, with what each of them stands for, by what they are part of.
  private static Map<String, Map<String, String>> groups(
      Collection<String> headings, Predicate<String> isTicked) {
    var groups = new LinkedHashMap<String, Map<String, String>>();
    for (String heading : headings) {
      for (int at = heading.indexOf('_'); at > 0; at = heading.indexOf('_', at + 1)) {
        String base = heading.substring(0, at);
        if (Columns.isOfSaying(base) && at + 1 < heading.length()) {
          groups
              .computeIfAbsent(base, none -> new LinkedHashMap<>())
              .put(heading, heading.substring(at + 1).replace('_', ' '));
        }
      }
    }
    groups.values().removeIf(options -> options.size() < 2);
    groups.values().removeIf(options -> !options.keySet().stream().allMatch(isTicked));
    groups.keySet().removeAll(List.copyOf(headings));
    return groups;
  }

  private static List<String> headings(
      List<String> headings, Map<String, Map<String, String>> groups) {
    var kept = new ArrayList<>(headings);
    groups.values().forEach(options -> kept.removeAll(options.keySet()));
    kept.addAll(groups.keySet());
    return kept;
  }

  /// A row that is wider than the headings stays so, to be refused with its number.
  private static List<String> cells(
      List<String> headings, Table.Row row, Map<String, Map<String, String>> groups) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      if (groups.values().stream().noneMatch(options -> options.containsKey(heading))) {
        cells.add(row.cell(i));
      }
    }
    groups
        .values()
        .forEach(
            options -> cells.add(chosen(options, option -> row.cell(headings.indexOf(option)))));
    cells.addAll(
        row.cells().subList(Math.min(headings.size(), row.cells().size()), row.cells().size()));
    return cells;
  }

  private static String chosen(Map<String, String> options, UnaryOperator<String> said) {
    return options.entrySet().stream()
        .filter(option -> said.apply(option.getKey()).equalsIgnoreCase("true"))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(", "));
  }

  private static boolean isTick(String cell) {
    return TICKS.contains(cell.toLowerCase(Locale.ROOT));
  }
}
