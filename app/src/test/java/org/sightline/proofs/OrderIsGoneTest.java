package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.testing.Visitor;

/// Issue 2, section 5: somebody who has every right on the database, its files as bytes and its old
/// write-ahead log, but not the destroyed session key, puts no maps in order and joins none to a
/// consent, a slip or a seat (ST-01, ST-02, ST-09).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderIsGoneTest {

  private static final int MAPS = 24;

  private DemoProcess demo;
  private DataDirectory stolen;
  private String session;
  private StagedMaps staged;
  private byte[] key;
  private List<byte[]> sealed;
  private List<String> slips;
  private Instant from;
  private Instant to;
  private String before;
  private String after;

  /// The open session of the demonstration: students mark one after the other, each map different,
  /// the thief copies what is in staging, and then the session is closed.
  @BeforeAll
  void markAndClose(@TempDir Path folder) throws IOException {
    demo = DemoProcess.startWithoutReminders(folder.resolve("data"), 5);
    stolen = new DataDirectory(demo.directory());
    var open = demo.world().sessions().stream().filter(s -> s.state().equals("open")).findFirst();
    session = open.orElseThrow().id();
    var job =
        new WholeJob(demo::signedIn, demo::student, Planted::into, (m, path, sent) -> sent.get());
    slips = new ArrayList<>();
    var owner = demo.signedIn("ROUND_OWNER");
    before = besideTheDatabase();
    from = Instant.now();
    for (int i = 0; i < MAPS; i++) {
      slips.add(job.mark(open.orElseThrow().classCode(), i));
    }
    to = Instant.now();
    after = besideTheDatabase();
    assertThat(job.refused()).isEmpty();
    staged = StagedMaps.of(demo, session);
    key = staged.key();
    sealed = staged.sealed();
    var closed = owner.post("/engagement/sessions/" + session + "/closing", "out", "" + (MAPS + 3));
    assertThat(closed.status()).isEqualTo(200);
    stolen.asSuperuser(
        jdbc -> {
          jdbc.execute("checkpoint");
          return true;
        });
  }

  @AfterAll
  void end() {
    demo.close();
  }

  @Test
  void withTheKeyTheThiefWouldHaveReadTheStagedMapsSoTheTestAimsRight() {
    assertThat(sealed).hasSizeGreaterThanOrEqualTo(MAPS);
    assertThat(staged.opened(sealed.getFirst())).matches("(?s)[0-9A-Z-]+.*[RYG.]{10,}");
  }

  @Test
  void theKeyIsNowhereInTheDataDirectoryNeitherAsBytesNorAsDigits() {
    String raw = new String(key, StandardCharsets.ISO_8859_1);
    String digits = HexFormat.of().formatHex(key);

    assertThat(holding(List.of(raw.substring(0, 32), raw.substring(32), digits.substring(0, 64))))
        .isEmpty();
    assertThat(Files.exists(demo.directory().resolve("keys/sessions/" + session + ".key")))
        .isFalse();
    // The search finds what is there: the same ciphertext as it lies in a dead row or the log.
    assertThat(holding(List.of(new String(sealed.getFirst(), StandardCharsets.ISO_8859_1))))
        .isNotEmpty();
  }

  @Test
  void noSlipCodeStandsAnywhere() {
    var forms = new ArrayList<String>();
    for (String slip : slips) {
      String plain = slip.replaceAll("[^0-9A-Z]", "");
      forms.add(plain.substring(4, 16));
      forms.add(plain.substring(4, 8) + "-" + plain.substring(8, 12));
    }

    // The demonstration writes the slips it invents itself into a file; these are not among them.
    assertThat(holding(forms)).isEmpty();
  }

  @Test
  void mapsLieInNoOrderInWhichTheyCame() {
    // The n-th student marked the first place R, Y, G, R, Y, G …: in the order of arrival the
    // levels of one place repeat every three maps, and in any other they do not.
    for (String order : List.of("m.ctid", "m.xmin::text, m.cmin::text::int, m.ctid", "m.id")) {
      var levels = levels(order);
      assertThat(levels).hasSizeGreaterThanOrEqualTo(MAPS);
      assertThat(repeats(levels)).as(order + " " + levels).isLessThan(0.9);
    }
    assertThat(
            this.<Object>asThief(
                jdbc ->
                    jdbc.queryForObject(
                        "select count(distinct xmin::text) from engagement.map where session_id = ?",
                        Integer.class,
                        UUID.fromString(session))))
        .isEqualTo(1);
  }

  @Test
  void marksLieInTheOrderOfTheirMapsRandomNumbers() {
    var maps =
        asThief(
            jdbc ->
                jdbc.queryForList(
                    """
                    select k.map_id::text from engagement.mark k join engagement.map m on m.id = k.map_id
                     where m.session_id = ? order by k.ctid
                    """,
                    String.class,
                    UUID.fromString(session)));

    assertThat(maps).isSorted();
  }

  @Test
  void noRowOfAStudentOrAMapSaysWhen() {
    assertThat(
            this.<List<String>>asThief(
                jdbc ->
                    jdbc.queryForList(
                        """
                        select table_schema || '.' || table_name || '.' || column_name
                          from information_schema.columns
                         where (table_schema = 'student' or table_schema = 'engagement'
                                 and table_name in ('map', 'mark', 'slip_salt', 'withdrawal_ledger',
                                                    'withdrawn_cohort'))
                           and (data_type like 'time%' or data_type = 'interval' or is_identity = 'YES'
                                or column_default like 'nextval%'
                                or data_type = 'date' and column_name <> 'last_day')
                        """,
                        String.class)))
        .isEmpty();
    assertThat(
            this.<Object>asThief(
                jdbc -> jdbc.queryForObject("show track_commit_timestamp", String.class)))
        .isEqualTo("off");
  }

  @Test
  void noFileBesideTheDatabaseChangedWhileTheyMarked() {
    // Logs of the application and the database, mail, keys, and what the web server keeps for
    // itself.
    assertThat(before).contains("demo.json", "postgresql/log", "installation.key");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void noColumnOfAnyTableHoldsAMomentAtWhichTheyMarked() {
    assertThat(stolen.momentsBetween(to, Instant.now()))
        .as("the closing")
        .contains("audit.entry.at");
    assertThat(stolen.momentsBetween(from, to)).isEmpty();
  }

  @Test
  void nobodyWhoOnlyMarkedHasASessionOrAStatementToTheirName() {
    assertThat(
            this.<Object>asThief(
                jdbc ->
                    jdbc.queryForObject(
                        "select count(*) from access.sign_in where principal_name is null",
                        Integer.class)))
        .isEqualTo(0);
    assertThat(
            this.<String>asThief(
                jdbc ->
                    jdbc.queryForObject(
                        "select string_agg(query, ' ') from pg_stat_activity", String.class)))
        .contains("$1")
        .doesNotContain(slips.stream().map(slip -> slip.substring(5, 9)).toList());
  }

  @Test
  void noForeignKeyLeadsFromAConsentToAMapButThroughTheSession() {
    var edges =
        asThief(
            jdbc ->
                jdbc.queryForList(
                    """
                    select conrelid::regclass::text as a, confrelid::regclass::text as b
                      from pg_constraint where contype = 'f'
                    """));
    var reached = new HashSet<>(Set.of("consent.invitation", "consent.returned_form"));
    var through = Set.of("engagement.session", "engagement.round", "access.workspace");
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Map<String, Object> edge : edges) {
        String a = edge.get("a").toString();
        String b = edge.get("b").toString();
        grew |= reached.contains(a) && !through.contains(a) && reached.add(b);
        grew |= reached.contains(b) && !through.contains(b) && reached.add(a);
      }
    }

    assertThat(reached).contains("engagement.session");
    assertThat(reached).doesNotContain("engagement.map", "engagement.mark", "student.staged");
  }

  @Test
  void nothingThatWasInStagingIsSharedWithACountedMap() {
    var maps =
        asThief(
            jdbc ->
                jdbc.queryForList(
                    "select replace(id::text, '-', '') from engagement.map where session_id = ?",
                    String.class,
                    UUID.fromString(session)));
    // Where a map's number stands: in its own table, its marks and their indexes; and in no file
    // that also belongs to staging, the audit or consent.
    var own =
        asThief(
            jdbc ->
                jdbc.queryForList(
                    """
                    select coalesce(nullif(pg_relation_filepath(c.oid), ''), '') from pg_class c
                     where c.oid in ('engagement.map'::regclass, 'engagement.mark'::regclass)
                        or c.oid in (select indexrelid from pg_index
                                      where indrelid in ('engagement.map'::regclass, 'engagement.mark'::regclass))
                    """,
                    String.class));
    var raw =
        maps.stream()
            .map(id -> new String(HexFormat.of().parseHex(id), StandardCharsets.ISO_8859_1))
            .toList();

    assertThat(holding(raw))
        .isNotEmpty()
        .allMatch(file -> file.contains("/pg_wal/") || own.stream().anyMatch(file::endsWith));
  }

  @Test
  void aWithdrawnMapIsNoRowAnyMoreAndNoOtherGoesWithIt() {
    var before = rawIds();
    Visitor student = demo.student();
    assertThat(student.post("/withdrawing", "code", slips.get(3)).status()).isEqualTo(200);
    var after = rawIds();
    var gone = before.stream().filter(id -> !after.contains(id)).toList();

    assertThat(gone).hasSize(1);
  }

  /// Every file but the database's own, with its size and what it says.
  private String besideTheDatabase() throws IOException {
    var files =
        new ArrayList<>(
            stolen.files(
                file ->
                    !file.toString().contains("/postgresql/data/")
                        && !file.toString().contains("/keys/sessions/")));
    files.add(DemoProcess.log(demo.directory()));
    int port = URI.create(demo.world().staffUrl()).getPort();
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      all.filter(folder -> folder.getFileName().toString().startsWith("tomcat." + port + "."))
          .forEach(folder -> files.addAll(new DataDirectory(folder).files(any -> true)));
    }
    return files.stream()
        .sorted()
        .map(file -> file + " " + DataDirectory.text(file).hashCode())
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  private List<String> rawIds() {
    return asThief(
        jdbc ->
            jdbc.queryForList(
                "select id::text from engagement.map where session_id = ?",
                String.class,
                UUID.fromString(session)));
  }

  private List<String> levels(String order) {
    return asThief(
        jdbc ->
            jdbc.queryForList(
                """
                select k.level from engagement.map m join engagement.mark k on k.map_id = m.id
                 where m.session_id = ? and k.zone_key = (
                    select zone_key from engagement.mark k2 join engagement.map m2 on m2.id = k2.map_id
                     where m2.session_id = ? group by zone_key order by count(*) desc, zone_key limit 1)
                 order by %s
                """
                    .formatted(order),
                String.class,
                UUID.fromString(session),
                UUID.fromString(session)));
  }

  /// The share of maps that say of a place what the third before them said.
  private static double repeats(List<String> levels) {
    int same = 0;
    for (int i = 3; i < levels.size(); i++) {
      same += levels.get(i).equals(levels.get(i - 3)) ? 1 : 0;
    }
    return same / (double) (levels.size() - 3);
  }

  private List<String> holding(Collection<String> sought) {
    var found = new ArrayList<String>();
    for (Path file : stolen.files(any -> true)) {
      String bytes = DataDirectory.text(file);
      if (sought.stream().anyMatch(bytes::contains)) {
        found.add(file.toString());
      }
    }
    return found;
  }

  private <T> T asThief(DataDirectory.Deed<T> deed) {
    return stolen.asSuperuser(deed);
  }
}
