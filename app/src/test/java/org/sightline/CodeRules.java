package org.sightline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What must not be written in code or anywhere else.
final class CodeRules {

  private static final String JAVA = "app/src/main/java/org/sightline/.*\\.java";
  private static final String PLANTED = "app/src/main/java/org/sightline/planted/Planted.java";

  private CodeRules() {}

  static List<LayoutRule> all() {
    return List.of(
        none(
            "nothing prints past the command line's own output",
            Map.of(
                "org/sightline/Sightline.java",
                "prints the trace a person asked for, to the command's own error stream",
                "floorplans/PlanIntakeMain.java",
                "a process of its own: its output is its answer"),
            JAVA,
            "System\\.(out|err)\\b|printStackTrace\\(",
            "class Planted { void p() { System.out.println(); } }"),
        none(
            "nothing is carried along by a thread",
            Map.of(),
            JAVA,
            "\\b(Inheritable)?ThreadLocal\\b",
            "class Planted { static ThreadLocal<String> who; }"),
        none(
            "no weak randomness and no weak digest (CR-08)",
            Map.of(),
            "app/src/main/java/org/sightline/(?!demonstration/).*\\.java",
            "\\bnew Random\\(|import java\\.util\\.(Random|SplittableRandom);|Math\\.random|ThreadLocalRandom|RandomGenerator|\"MD5\"|\"SHA-?1\"|\"HmacMD5\"|/ECB/|\"(DES|DESede|RC4|ARCFOUR|Blowfish)",
            "class Planted { int i = new Random().nextInt(); }"),
        none(
            "no cryptography but Tink's, Bouncy Castle's and Java's own (CR-08)",
            Map.of(),
            JAVA,
            "org\\.apache\\.commons\\.codec\\.digest|com\\.google\\.common\\.hash|springframework\\.security\\.crypto\\.(encrypt|keygen|codec)|jasypt|jose4j",
            "import org.apache.commons.codec.digest.DigestUtils;"),
        none(
            "nothing of ours calls out over the network (WB-10)",
            Map.of(
                "access/Directory.java",
                "talks with the council's directory it was given and with nobody else (AN-13)",
                "store/VaultTransit.java",
                "a key-management system, where one is given"),
            JAVA,
            "java\\.net\\.http\\.|\\bRestClient\\b|\\bRestTemplate\\b|\\bWebClient\\b|\\.openConnection\\(",
            "import java.net.http.HttpClient;"),
        none(
            "fields are injected through constructors",
            Map.of(),
            JAVA,
            "@Autowired",
            "class Planted { @Autowired String s; }"),
        none(
            "time comes from a clock",
            Map.of(
                "demonstration/InventedRounds.java", "the invented world is made around today",
                "access/Users.java", "until it takes a clock: today's roles",
                "access/Workspaces.java", "until it takes a clock: today's members"),
            JAVA,
            "\\b(LocalDate|LocalDateTime|Instant|ZonedDateTime|OffsetDateTime|Year|LocalTime)\\.now\\((?!\\s*(this\\.)?clock)",
            "class Planted { Object o = LocalDate.now(); }"),
        none(
            "today is London's day, in tests too: the machine's own is another for half of the day",
            Map.of("CodeRules.java", "names what it looks for"),
            "(app|bench)/src/(test|main)/java/.*\\.java",
            "\\bLocal(Date|DateTime|Time)\\.now\\(\\)|ZoneId\\.systemDefault",
            "class Planted { Object o = LocalDate.now(); }"),
        none(
            "nothing is left to do later without an issue, and no place of one machine is named",
            Map.of("CodeRules.java", "names what it looks for"),
            ".*",
            "\\bTO"
                + "DO\\b|\\bFIX"
                + "ME\\b|/(ro"
                + "ot|home)/[a-z.]|/tm"
                + "p/wt|/wo"
                + "rk/(main|shared)",
            "// TO" + "DO planted"),
        none(
            "no pictures among the letters",
            Map.of(),
            ".*",
            "[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{26FF}\\x{2705}\\x{274C}]",
            "// \uD83D\uDE00"),
        none(
            "no mocks",
            Map.of("CodeRules.java", "names what it looks for"),
            ".*\\.(java|xml)",
            "mockito|@MockBean|@MockitoBean",
            "import org.mockito.Mockito;"));
  }

  /// A rule that a pattern occurs nowhere.
  static LayoutRule none(
      String name, Map<String, String> exceptions, String where, String pattern, String breach) {
    return none(name, exceptions, where, pattern, PLANTED, breach);
  }

  static LayoutRule none(
      String name,
      Map<String, String> exceptions,
      String where,
      String pattern,
      String breachPath,
      String breach) {
    var compiled = Pattern.compile(pattern);
    return new LayoutRule(
        name,
        exceptions,
        tree -> {
          var found = new ArrayList<String>();
          tree.each(
              where,
              (path, text) ->
                  compiled
                      .matcher(text)
                      .results()
                      .forEach(
                          hit ->
                              found.add(path + ":" + line(text, hit.start()) + " " + hit.group())));
          return found;
        },
        breachPath,
        breach);
  }

  private static long line(String text, int at) {
    return text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
