package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;

/// A block beats every grant, on every page and every form there is (AC-06).
@SightlineTest
class KeptAwayTest {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /// Whether there is such a workspace is not said before the glass is broken.
  private static final Pattern SAYS_NOTHING =
      Pattern.compile("/break-glass/.*|/colleagues/.*|/sharing/(agreements|organisations)/.*");

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;

  @Test
  void whoeverIsKeptAwayFindsNothingByAnyAddressOrFormUntilTheyAreLetIn() {
    var school = new TestSchools(application);
    var round = school.aRound();
    var owner = people.signedIn(school.the(Role.ROUND_OWNER));
    var lead = people.signedIn(school.the(Role.SAFEGUARDING_LEAD));
    var pages = Handlers.of(application, Site.STAFF, RequestMethod.GET);
    var posts = Handlers.of(application, Site.STAFF, RequestMethod.POST);
    var open = new TreeSet<String>();
    var hunt =
        new FormHunt(pages, posts)
            .from(
                owner,
                List.of("/", "/engagement/rounds/" + round.id(), "/contexts/plans"),
                (path, arrived) -> {
                  if (arrived.status() == 200 && isOfTheSchool(path)) {
                    open.add(path);
                  }
                });
    assertThat(open).hasSizeGreaterThan(10);

    String conflicts = "/conflicts/" + school.id();
    lead.post(
        conflicts,
        "colleague",
        school.the(Role.ROUND_OWNER).id().toString(),
        "reason",
        "Her sister is in this year group.");
    var wrong = new TreeMap<String, Integer>();
    open.forEach(path -> note(wrong, "GET " + path, owner.get(path)));
    hunt.found()
        .values()
        .forEach(
            forms -> {
              var form = forms.getFirst();
              if (isOfTheSchool(form.action())) {
                var fields = form.filledInNow().orElse(List.of()).toArray(String[]::new);
                note(wrong, "POST " + form.action(), owner.post(form.action(), fields));
              }
            });

    assertThat(wrong).isEmpty();
    assertThat(owner.get("/").page().text()).doesNotContain("Her sister");

    String lifting = lead.get(conflicts).page().select("form[action$=/lifting]").attr("action");
    assertThat(owner.post(lifting).status()).isEqualTo(404);
    lead.post(lifting);

    open.forEach(path -> assertThat(owner.get(path).status()).as(path).isEqualTo(200));
  }

  private static boolean isOfTheSchool(String path) {
    return ID.matcher(path).find() && !SAYS_NOTHING.matcher(path).matches();
  }

  private static void note(TreeMap<String, Integer> wrong, String what, Visitor.Arrived arrived) {
    if (arrived.status() != 404) {
      wrong.put(what, arrived.status());
    }
  }
}
