package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Alerts;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// R-02 and R-03: a form that comes twice is carried out once. Every form of people, sharing,
/// access, plans, planning, maps and clocks that leads somewhere is sent by the jobs of
/// AuditCoverageTest, and then once more as it was.
///
/// In an application of its own: the jobs change the school's words and roles.
@SightlineTest
@TestPropertySource(properties = "spring.application.name=once-per-form")
class OncePerFormTest {

  /// What is new in them when a page is only looked at, or a form comes again.
  private static final Set<String> NOT_COUNTED =
      Set.of("access.sign_in", "access.sign_in_attributes", "access.unsent");

  /// What answers with a page of its own (a one-time link, what was looked for) lets go of its key;
  /// and what one signs in with has none.
  private static final Set<String> LEADS_NOWHERE =
      Set.of(
          // Files, which wait to be looked at, and what the picture of a map sends by a script.
          "BringingController#bring",
          "DocumentsController#attach",
          "ElementController#pin",
          "MapController#redo",
          "MapController#undo",
          "PhotosController#attach",
          "PinningController#pin",
          "PinsController#unpin",
          "SpreadsheetController#bring",
          // An address that is shown once, and an answer that is a page.
          "OwnCalendarController#lend",
          "SubjectsController#check",
          "AddressController#openProtected",
          "AgainController#passkey",
          "AgainController#show",
          "AuditingController#ask",
          "ColleaguesController#add",
          "ColleaguesController#link",
          "CopiesController#print",
          "DirectoryLinkController#unlink",
          "GuestsController#ask",
          "GuestsController#link",
          "SearchController#byName",
          "SearchController#exactly",
          "ShareController#file",
          // A share that has gone, a minute after it was sent: SharedListTest.
          "ShareController#leave",
          "UnsentController#throwAway");

  private static final String SIGNS_IN = "(Account|Mail|SettingUp|SigningIn)Controller#.*";

  /// Without those of the clock, which ticks while the test runs.
  private static final String NOTICES =
      "select 'notices', count(*) from documents.waiting where kind <> 'access.glass-to-review'";

  private static final String MODULES =
      "org\\.sightline\\.(people|sharing|access|plans|engagement\\.planning|network|clocks)\\..*";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Alerts alerts;
  @Autowired private DatabaseSettings settings;
  @Autowired private Map<String, RequestMappingHandlerMapping> mappings;

  private final List<String> twice = new ArrayList<>();
  private final Set<String> repeated = new TreeSet<>();
  private String counting = "";
  private @Nullable JdbcTemplate superuser;

  @Test
  void everyFormThatComesTwiceIsCarriedOutOnceAndLeadsToTheSamePage() {
    new WholeJob(
            role -> people.signedIn(Role.valueOf(role)),
            people::student,
            field -> "Plain words",
            this::again)
        .run();
    new AccountsJob(people, this::again).run();
    new GovernanceJob(people, alerts, this::again).run();
    new SharingJob(people, this::again).run();
    new PeopleJob(
            role -> people.signedIn(Role.valueOf(role)),
            people.cast().the(Role.ANALYST).username(),
            field -> "Plain words",
            this::again)
        .run();
    new NeedToKnowJob(application, people, this::again).run();
    new MapJob(people.signedIn(Role.CHAIR), field -> "Plain words", this::again).run();
    new MappingJob(people, field -> "Plain words", this::again).run();
    new OwnMapsJob(people.signedIn(Role.CHAIR), field -> "Plain words", this::again).run();

    assertSoftly(
        all -> {
          all.assertThat(twice).as("carried out twice, or led elsewhere").isEmpty();
          all.assertThat(notRepeated()).as("forms that were not sent twice").isEmpty();
          all.assertThat(repeated).as("forms that were").hasSizeGreaterThan(60);
        });
  }

  @Test
  void twentyOfTheSameAtOnceMakeOneRow() throws Exception {
    var piece = casework.aPiece();
    var chair = people.signedIn(Role.CHAIR);
    String[] form = person(UUID.randomUUID(), "Brindlewick");
    var sent = new ArrayList<Callable<Arrived>>();
    for (int i = 0; i < 20; i++) {
      sent.add(() -> chair.post("/people/" + piece + "/new", form));
    }
    var led = new HashSet<String>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (Future<Arrived> each : threads.invokeAll(sent)) {
        assertThat(each.get().status()).isEqualTo(200);
        led.add(each.get().path());
      }
    }

    assertThat(led).hasSize(1);
    assertThat(peopleOf(piece)).isOne();
  }

  @Test
  void theSameKeyWithSomethingElseIsRefusedAndSaysSo() {
    var piece = casework.aPiece();
    var chair = people.signedIn(Role.CHAIR);
    var key = UUID.randomUUID();
    chair.post("/people/" + piece + "/new", person(key, "Brindlewick"));

    var other = chair.post("/people/" + piece + "/new", person(key, "Brindlewood"));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.page().text()).contains("Load the page again");
    assertThat(peopleOf(piece)).isOne();
  }

  @Test
  void aKeyIsItsSendersOwnAndNonsenseIsNoKey() {
    var piece = casework.aPiece();
    var chair = people.signedIn(Role.CHAIR);
    for (String key : List.of("", "x", "' or 1=1 --")) {
      assertThat(chair.post("/people/" + piece + "/new", "form-key", key).status()).isEqualTo(422);
    }
    var key = UUID.randomUUID();
    var team = casework.aTeam("Keyward");
    var theirs = casework.aPieceOf(team);
    chair.post("/people/" + piece + "/new", person(key, "Brindlewick"));

    var own =
        people
            .signedIn(team.chair())
            .post("/people/" + theirs + "/new", person(key, "Brindlewood"));

    assertThat(own.status()).isEqualTo(200);
    assertThat(peopleOf(theirs)).isOne();
  }

  @Test
  void whatWasRefusedCanBePutRightUnderTheSameKey() {
    var piece = casework.aPiece();
    var chair = people.signedIn(Role.CHAIR);
    var key = UUID.randomUUID();

    var refused = chair.post("/people/" + piece + "/new", "form-key", key.toString());
    var taken = chair.post("/people/" + piece + "/new", person(key, "Brindlewick"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(peopleOf(piece)).isOne();
  }

  @AfterEach
  void letGo() {
    if (superuser != null
        && superuser.getDataSource() instanceof SingleConnectionDataSource connection) {
      connection.destroy();
    }
  }

  private Arrived again(String method, String path, Supplier<Arrived> request) {
    long before = answered();
    var first = request.get();
    if (method.equals("POST") && answered() > before) {
      var second = onceMore(request);
      // What the application does by the clock may come in between, but hardly twice.
      var again = second.more().isEmpty() ? second : onceMore(request);
      if (!again.isTheSameAs(first)) {
        twice.add("%s: %s".formatted(path, again));
      }
      repeated.add(path);
    }
    return first;
  }

  /// @param more rows there were after it, by table
  private record Repeated(int status, String path, Map<String, Long> more) {

    boolean isTheSameAs(Arrived first) {
      return more.isEmpty() && status == 200 && path.equals(first.path());
    }
  }

  private Repeated onceMore(Supplier<Arrived> request) {
    var rows = rows();
    var arrived = request.get();
    var more = new TreeMap<>(rows());
    more.entrySet().removeAll(rows.entrySet());
    return new Repeated(arrived.status(), arrived.path(), more);
  }

  private Set<String> notRepeated() {
    var left = new TreeSet<String>();
    for (var mapping : mappings.values()) {
      mapping
          .getHandlerMethods()
          .forEach(
              (info, handler) -> {
                var patterns = info.getPathPatternsCondition();
                if (patterns != null
                    && info.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                    && handler.getBeanType().getName().matches(MODULES)
                    && repeated.stream()
                        .map(PathContainer::parsePath)
                        .noneMatch(
                            path ->
                                patterns.getPatterns().stream().anyMatch(p -> p.matches(path)))) {
                  left.add(
                      handler.getBeanType().getSimpleName() + "#" + handler.getMethod().getName());
                }
              });
    }
    left.removeAll(LEADS_NOWHERE);
    left.removeIf(handler -> handler.matches(SIGNS_IN));
    return left;
  }

  private static String[] person(UUID key, String surname) {
    return new String[] {
      "form-key",
      key.toString(),
      "kind",
      "YOUNG_PERSON",
      "givenName",
      "Fennel",
      "surname",
      surname,
      "born-day",
      "27",
      "born-month",
      "3",
      "born-year",
      "2011"
    };
  }

  private int peopleOf(WorkspaceId piece) {
    Integer count =
        superuser()
            .queryForObject(
                "select count(*) from people.holding where workspace_id = ?",
                Integer.class,
                piece.value());
    return count == null ? 0 : count;
  }

  private long answered() {
    Long count =
        superuser()
            .queryForObject(
                "select count(*) from access.sent_form where answer is not null", Long.class);
    return count == null ? 0 : count;
  }

  /// How many rows each table has, but for the audit.
  private Map<String, Long> rows() {
    var rows = new TreeMap<String, Long>();
    superuser()
        .query(
            counting(),
            row -> {
              rows.put(row.getString(1), row.getLong(2));
            });
    return rows;
  }

  /// One question for all tables.
  private String counting() {
    if (counting.isEmpty()) {
      counting =
          superuser()
              .queryForList(
                  """
                  select table_schema || '.' || table_name from information_schema.tables
                   where table_type = 'BASE TABLE'
                     and table_schema in ('people', 'sharing', 'access', 'plans', 'engagement',
                       'consent', 'contexts', 'concerns', 'network', 'clocks')
                  """,
                  String.class)
              .stream()
              .filter(table -> !NOT_COUNTED.contains(table))
              .map(table -> "select '%1$s', count(*) from %1$s".formatted(table))
              .collect(Collectors.joining(" union all ", "", " union all " + NOTICES));
    }
    return counting;
  }

  private JdbcTemplate superuser() {
    if (superuser == null) {
      superuser =
          new JdbcTemplate(
              new SingleConnectionDataSource(
                  settings.url(), settings.owner(), settings.password(), true));
    }
    return superuser;
  }
}
