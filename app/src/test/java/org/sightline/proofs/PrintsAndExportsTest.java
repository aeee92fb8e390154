package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.InventedWorld;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;

/// AU-01: everything that can be taken away by an address, as a file or to print, is written down
/// as taken away, once each time.
@SightlineTest
class PrintsAndExportsTest {

  private static final String TAKES_AWAY = ".*(\\.csv|\\.xlsx|\\.pdf|/print|/poster)";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SystemStore system;

  @Test
  void whateverIsTakenAwayIsWrittenDown() {
    var world = InventedWorld.in(application);
    var owner = people.signedIn(Role.ROUND_OWNER);
    var unwritten = new ArrayList<String>();
    var tried = new TreeSet<String>();
    for (String route : Handlers.of(application, Site.STAFF, RequestMethod.GET).all()) {
      String round =
          (route.contains("comparison") ? world.running() : world.finished()).id().toString();
      String path =
          route
              .replace("{round}", round)
              .replace("{workspace}", round)
              .replace("{session}", world.plannedSession());
      if (route.matches(TAKES_AWAY) && !path.contains("{")) {
        long before = length();
        var answer = owner.get(path);
        var acts = since(before);
        tried.add(route);
        if (answer.status() != 200
            || acts.stream().noneMatch(act -> act.matches(".*-(exported|printed|shown)"))) {
          unwritten.add("%s: %d %s".formatted(path, answer.status(), acts));
        }
      }
    }

    assertThat(unwritten).isEmpty();
    assertThat(tried).hasSizeGreaterThanOrEqualTo(7);
  }

  private long length() {
    return system.jdbc().sql("select seq from audit.head").query(Long.class).single();
  }

  private List<String> since(long before) {
    return system
        .jdbc()
        .sql("select act from audit.entry where seq > :before and user_id is not null")
        .param("before", before)
        .query(String.class)
        .list();
  }
}
