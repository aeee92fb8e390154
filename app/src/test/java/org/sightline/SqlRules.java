package org.sightline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Whose tables, and how they are asked (style.md, "SQL"; security.md, DB-04, SC-11).
final class SqlRules {

  private static final String JAVA = "app/src/main/java/org/sightline/";
  private static final String MIGRATIONS = "app/src/main/resources/db/migration/";

  private static final Set<String> SCHEMAS =
      Set.of(
          "access",
          "audit",
          "sharing",
          "people",
          "contexts",
          "clocks",
          "documents",
          "concerns",
          "plans",
          "engagement",
          "network",
          "forms",
          "meetings",
          "profiling",
          "provision",
          "student",
          "consent",
          "consents");

  /// "module uses schema.table", and why that is not a door left open.
  private static final Map<String, String> NEIGHBOURS =
      Map.of(
          "concerns uses access.membership",
          "who is barred from a concern is settled when it is raised, from who is a member",
          "concerns uses access.workspace",
          "a concern may be raised in a round of one's own school only",
          "people uses access.workspace",
          "only casework holds records of people",
          "network uses access.workspace",
          "only casework has a map",
          "network uses clocks.stopped",
          "what was closed before clocks could be stopped is given its day once, by a migration",
          "engagement uses contexts.plan_version",
          "a round refers to the version of the plan it was marked on, which then cannot go");

  /// Schemas a module owns beside the one of its name: apart, so that roles and joins stay apart
  /// (ST-09).
  private static final Map<String, Set<String>> SECOND_SCHEMAS =
      Map.of("engagement", Set.of("student", "consent", "consents"));

  /// What every module's tables may refer to: whose rows they are.
  private static final Set<String> ANYBODYS = Set.of("access.workspace", "access.user_account");

  private static final Pattern TABLE =
      Pattern.compile(
          "(?i)\\b(?:from|join|into|update|references|truncate)\\s+([a-z_]+)\\.([a-z_]+)");

  private static final Pattern CALL =
      Pattern.compile("\\.(?:sql|batchUpdate|prepareStatement|execute(?:Query|Update)?)\\(");
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\]++)*+\"", Pattern.DOTALL);

  private SqlRules() {}

  static List<LayoutRule> all() {
    return List.of(
        new LayoutRule(
            "a module's SQL names its own schema only",
            Map.of(),
            SqlRules::foreignTables,
            JAVA + "plans/Planted.java",
            "class Planted { String s = \"select 1 from engagement.planted\"; }"),
        new LayoutRule(
            "a migration touches its own schema only",
            Map.of(),
            SqlRules::foreignMigrations,
            MIGRATIONS + "plans/V999__add_planted.sql",
            "create table plans.planted (id uuid references engagement.planted (id));"),
        new LayoutRule(
            "SQL is never put together from strings",
            Map.of(
                "store/TableUpkeep.java",
                "a vacuum takes no parameters; table names are constants of ours",
                "store/EmptyPlace.java",
                "a database's name cannot be a parameter; PostgreSQL itself quotes it",
                "store/Resealing.java",
                "tables and columns cannot be parameters; they come from the catalogue",
                "store/Roles.java",
                "roles cannot be parameters; names are constants, passwords hexadecimal",
                "org/sightline/Running.java",
                "a database's name cannot be a parameter; it is a constant"),
            SqlRules::concatenated,
            JAVA + "plans/Planted.java",
            "class Planted { void p(String s) { jdbc.sql(\"select \" + s).update(); } }"),
        new LayoutRule(
            "controllers know no database (SC-11)",
            Map.of(),
            SqlRules::controllersWithSql,
            JAVA + "plans/PlantedController.java",
            "@Controller\nclass PlantedController { JdbcClient jdbc; }"),
        new LayoutRule(
            "migrations are numbered from one and say what they do",
            Map.of(),
            SqlRules::migrationNames,
            MIGRATIONS + "plans/V998__Planted.sql",
            ""),
        CodeRules.none(
            "migrations leave no moment in the marks of young people to the database (ST-01,"
                + " ST-02)",
            Map.of(
                "V10__add_set_up_answers.sql",
                    "what staff answered while planning, in its order; no mark is near it",
                "V12__create_consent.sql",
                    "returned forms in their order; nothing joins them to a map but the session",
                "V2__create_waiting.sql",
                    "mail in its order, until it has gone; it says nothing of young people"),
            MIGRATIONS + ".*\\.sql",
            "(?i)\\b(bigserial|serial|generated (always|by default) as identity|uuidv7)\\b",
            MIGRATIONS + "plans/V997__add_planted.sql",
            "create table plans.planted (id bigserial);"));
  }

  private static List<String> foreignTables(SourceTree tree) {
    var found = new ArrayList<String>();
    tree.each(
        JAVA + "[a-z]+/.*\\.java",
        (path, text) ->
            foreign(path, path.substring(JAVA.length()).split("/")[0], literals(text), found));
    return found;
  }

  private static List<String> foreignMigrations(SourceTree tree) {
    var found = new ArrayList<String>();
    tree.each(
        MIGRATIONS + ".*\\.sql",
        (path, text) ->
            foreign(
                path,
                path.substring(MIGRATIONS.length()).split("/")[0],
                text.replaceAll("(?i)from access\\.my_(workspaces(_as)?|roles)\\(", "")
                    .replaceAll("(?i)references (" + String.join("|", ANYBODYS) + ")\\b", ""),
                found));
    return found;
  }

  private static void foreign(String path, String module, String sql, List<String> found) {
    var hits = TABLE.matcher(sql);
    while (hits.find()) {
      String schema = hits.group(1);
      String use = module + " uses " + schema + "." + hits.group(2);
      boolean own =
          schema.equals(module) || SECOND_SCHEMAS.getOrDefault(module, Set.of()).contains(schema);
      if (SCHEMAS.contains(schema) && !own && !NEIGHBOURS.containsKey(use)) {
        found.add(path + ": " + use);
      }
    }
  }

  private static String literals(String text) {
    var all = new StringBuilder();
    LITERAL.matcher(text).results().forEach(hit -> all.append(hit.group()).append('\n'));
    return all.toString();
  }

  private static List<String> concatenated(SourceTree tree) {
    var found = new ArrayList<String>();
    tree.each(
        JAVA + ".*\\.java",
        (path, text) -> {
          if (text.contains("jdbc") || text.contains("java.sql")) {
            CALL.matcher(text)
                .results()
                .map(call -> argument(text, call.end()))
                .filter(argument -> !argument.contains("->"))
                .filter(
                    argument ->
                        literals(argument)
                            .matches(
                                "(?is).*\\b(select|insert|update|delete|create|alter|grant|set|truncate)\\b.*"))
                .filter(
                    argument ->
                        !LITERAL.matcher(argument).replaceAll("").matches("[\\s\\w,.]*")
                            || argument.contains("formatted")
                            || argument.contains("format("))
                .forEach(
                    argument ->
                        found.add(path + ": " + argument.strip().lines().findFirst().orElse("")));
          }
        });
    return found;
  }

  /// The text up to the bracket that closes.
  private static String argument(String text, int from) {
    int depth = 1;
    int at = from;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at);
      if (c == '"') {
        var literal = LITERAL.matcher(text);
        if (literal.find(at) && literal.start() == at) {
          at = literal.end();
          continue;
        }
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
    return text.substring(from, Math.max(from, at - 1));
  }

  private static List<String> controllersWithSql(SourceTree tree) {
    return tree.matching(JAVA + ".*Controller\\.java")
        .filter(
            file ->
                Pattern.compile(
                        "\\b(Jdbc\\w+|DataSource|StudentStore|SystemStore|TransactionTemplate|javax\\.sql|java\\.sql)\\b")
                    .matcher(file.getValue())
                    .find())
        .map(file -> file.getKey() + ": a controller with a database")
        .toList();
  }

  private static List<String> migrationNames(SourceTree tree) {
    var found = new ArrayList<String>();
    var numbers = new TreeMap<String, TreeSet<Integer>>();
    tree.each(
        MIGRATIONS + ".*",
        (path, text) -> {
          String name = path.substring(path.lastIndexOf('/') + 1);
          if (!name.matches("V[1-9][0-9]*__[a-z0-9]+(_[a-z0-9]+)+\\.sql")) {
            found.add(path + ": not named V7__verb_noun.sql");
            return;
          }
          String module = path.substring(MIGRATIONS.length()).split("/")[0];
          int number = Integer.parseInt(name.substring(1, name.indexOf("__")));
          if (!numbers.computeIfAbsent(module, m -> new TreeSet<>()).add(number)) {
            found.add(path + ": its number is taken");
          }
        });
    numbers.forEach(
        (module, taken) -> {
          if (taken.first() != 1) {
            found.add(MIGRATIONS + module + ": does not start at V1: " + taken);
          }
        });
    return found;
  }
}
