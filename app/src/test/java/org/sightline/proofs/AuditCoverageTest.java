package org.sightline.proofs;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Alerts;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.KeyRing;
import org.sightline.store.SealedValues;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestMail;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor.Arrived;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Issue 2, section 5: an audit entry for every staff POST there is and for every read of a named
/// record; none for the student site; and no name that was typed in any of them, nor in mail about
/// it (AU-01, AU-10). The handlers are counted from the running application: a new
/// one fails here until [WholeJob] sends it something it takes.
@SightlineTest
@TestPropertySource(properties = "spring.application.name=audit-coverage")
class AuditCoverageTest {

  /// Says that a slip of the box was typed, and on purpose not which (practice.md, Slips and
  /// paper).
  private static final String NAMES_NO_MAP = "engagement.slip-typed";

  /// What a device has to answer, where a password is not enough, and the very first start: their
  /// entries are looked at by DirectoryTest, OwnMailTest, PasskeyBrowserTest, RealSignInTest,
  /// ServeTest, SharedListTest and SharedPeopleTest.
  private static final List<String> ELSEWHERE =
      List.of(
          "AccountController#addPasskey",
          "AccountController#removePasskey",
          "AgainController#passkey",
          "MailController#confirm",
          "DirectoryLinkController#unlink",
          "SettingUpController#passkey",
          "SettingUpController#school",
          "ShareController#file",
          "ShareController#leave",
          "SigningInController#code",
          "SigningInController#passkey");

  /// Who is written to. The lead tries an address of their own out and takes it away again.
  private static final Set<Role> MAILED = EnumSet.complementOf(EnumSet.of(Role.SAFEGUARDING_LEAD));

  private static final Set<String> STUDENTS =
      Set.of(
          "/joining", "/year-group", "/marking", "/checking", "/slip", "/withdrawing", "/leaving");

  /// What the application does on its own clock, which may be in the same moment.
  private static final String BY_THE_CLOCK =
      "^(access|audit|concerns|documents|plans|sharing)\\.|^engagement\\.(last-day-reminded|withdrawal-windows-ended)$";

  @Autowired private org.springframework.context.ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private Alerts alerts;
  @Autowired private DatabaseSettings settings;
  @Autowired private KeyRing keys;
  @Autowired private Map<String, RequestMappingHandlerMapping> mappings;

  private final List<String> unaudited = new ArrayList<>();
  private final TreeSet<String> taken = new TreeSet<>();

  @Test
  void everyStaffPostAndEveryReadOfANamedRecordIsInTheAudit() {
    var job =
        new WholeJob(
            role -> people.signedIn(Role.valueOf(role)),
            people::student,
            Planted::into,
            this::watched);
    var mail = new TestMail(application);
    MAILED.forEach(role -> mail.address(people.cast().the(role).id()));
    long before = length();
    job.run();
    var accounts = new AccountsJob(people, this::watched);
    accounts.run();
    var governance = new GovernanceJob(people, alerts, this::watched);
    governance.run();
    var notices = new NoticesJob(people, this::watched);
    notices.run();
    var sharing = new SharingJob(people, this::watched);
    sharing.run();
    var casework =
        new PeopleJob(
            role -> people.signedIn(Role.valueOf(role)),
            people.cast().the(Role.ANALYST).username(),
            Planted::into,
            this::watched);
    casework.run();
    var drawing = new MapJob(people.signedIn(Role.CHAIR), Planted::into, this::watched);
    drawing.run();
    var mapping = new MappingJob(people, Planted::into, this::watched);
    mapping.run();
    var ownMaps = new OwnMapsJob(people.signedIn(Role.CHAIR), Planted::into, this::watched);
    ownMaps.run();
    var needToKnow = new NeedToKnowJob(application, people, this::watched);
    needToKnow.run();

    var sealed = SealedValues.of(settings, keys);

    assertSoftly(
        all -> {
          all.assertThat(sealed.shut()).as("sealed values that cannot be sealed anew").isEmpty();
          all.assertThat(sealed.opened()).as("columns that were tried").hasSizeGreaterThan(30);
          all.assertThat(job.refused()).as("every form was filled in and taken").isEmpty();
          all.assertThat(accounts.refused()).as("every account form was taken").isEmpty();
          all.assertThat(governance.refused()).as("every form about the audit").isEmpty();
          all.assertThat(notices.refused()).as("every form of notices was taken").isEmpty();
          all.assertThat(sharing.refused()).as("every form of sharing was taken").isEmpty();
          all.assertThat(casework.refused()).as("every form about people was taken").isEmpty();
          all.assertThat(drawing.refused()).as("every form about a map was taken").isEmpty();
          all.assertThat(mapping.refused()).as("every form of mapping was taken").isEmpty();
          all.assertThat(ownMaps.refused()).as("every form of own maps was taken").isEmpty();
          all.assertThat(needToKnow.refused()).as("who may see what").isEmpty();
          all.assertThat(unaudited).as("took place without an entry, or with too many").isEmpty();
          all.assertThat(notTried()).as("staff POST handlers nothing was sent to").isEmpty();
          all.assertThat(entriesNaming(before)).as("entries that hold a name").isEmpty();
          all.assertThat(mail.sent().entrySet())
              .as("mail that holds a name")
              .noneMatch(one -> Planted.SURNAMES.stream().anyMatch(one.toString()::contains));
        });
  }

  private Arrived watched(String method, String path, Supplier<Arrived> request) {
    long before = length();
    var arrived = request.get();
    boolean student = STUDENTS.contains(path);
    var entries = student ? evenOfNobody(before) : since(before);
    boolean good = arrived.status() < 400;
    if (student && !entries.isEmpty()) {
      unaudited.add("The student site wrote of " + path + ": " + entries);
    }
    if (method.equals("POST") && !student && good) {
      taken.add(path);
      if (entries.stream().noneMatch(AuditCoverageTest::saysWhatWasDone)) {
        unaudited.add("POST " + path + ": " + entries);
      }
    }
    String shown = arrived.page().text();
    boolean named = shown.contains(Planted.INVITED) || shown.contains(Planted.WORRIED_ABOUT);
    if (method.equals("GET") && named && entries.isEmpty()) {
      unaudited.add("GET " + path + " shows a named record");
    }
    return arrived;
  }

  private static boolean saysWhatWasDone(Map<String, Object> entry) {
    return "DONE".equals(entry.get("outcome"))
        && entry.get("user_id") != null
        && (entry.get("object") != null
            || entry.get("workspace") != null
            || NAMES_NO_MAP.equals(entry.get("act")));
  }

  private List<String> notTried() {
    return mappings.values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(handler -> isStaffPost(handler.getKey(), handler.getValue()))
        .filter(handler -> taken.stream().noneMatch(path -> matches(handler.getKey(), path)))
        .map(handler -> handler.getValue().getShortLogMessage())
        .filter(handler -> ELSEWHERE.stream().noneMatch(handler::contains))
        .sorted()
        .toList();
  }

  private static boolean isStaffPost(RequestMappingInfo info, HandlerMethod handler) {
    var rule = handler.getBeanType().getPackage().getAnnotation(OpenTo.class);
    return handler.getBeanType().getName().startsWith("org.sightline.")
        && info.getMethodsCondition().getMethods().contains(RequestMethod.POST)
        && (rule == null || rule.site() != Site.STUDENT);
  }

  private static boolean matches(RequestMappingInfo info, String path) {
    var patterns = info.getPathPatternsCondition();
    if (patterns == null) {
      return false;
    }
    return patterns.getPatterns().stream().anyMatch(p -> p.matches(PathContainer.parsePath(path)));
  }

  private long length() {
    Long length = reader().queryForObject("select seq from audit.head", Long.class);
    return length == null ? 0 : length;
  }

  private List<Map<String, Object>> since(long before) {
    return reader()
        .queryForList(
            "select act, user_id, object, workspace, outcome from audit.entry where seq > ? and user_id is not null",
            before);
  }

  /// What a young person does leaves no entry at all, not even one without a name: its time would
  /// tell whose map it was (ST-01; withdrawals are one count a day). What the application did in
  /// the same moment by its own clock is not theirs.
  private List<Map<String, Object>> evenOfNobody(long before) {
    return reader()
        .queryForList(
            """
            select act, user_id, object, workspace, outcome from audit.entry
             where seq > ? and (user_id is not null or act !~ ?)
            """,
            before,
            BY_THE_CLOCK);
  }

  private List<Map<String, Object>> entriesNaming(long before) {
    var names = new ArrayList<>(Planted.SURNAMES);
    Cast.read().staff().forEach(member -> names.add(member.username()));
    return reader()
        .queryForList(
            "select act, detail from audit.entry where seq > ? and to_jsonb(entry)::text ilike any (?)",
            before,
            names.stream().map(name -> "%" + name + "%").toArray(String[]::new));
  }

  private JdbcTemplate reader() {
    return new JdbcTemplate(
        new DriverManagerDataSource(settings.url(), settings.owner(), settings.password()));
  }
}
