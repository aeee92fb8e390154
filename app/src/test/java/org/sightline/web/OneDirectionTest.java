package org.sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sightline.people.People;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Names do not turn the writing around them.
@SightlineTest
class OneDirectionTest {

  private static final String TURNED = "\u202EnerW\u202C";

  @Autowired private OneDirection filter;
  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;

  @Test
  void aNameThatIsPastedWithThemIsKeptWithout() {
    var team = casework.aTeam("Turned");
    var piece = casework.aPieceOf(team);
    people
        .signedIn(team.chair())
        .post(
            "/people/" + piece + "/new",
            "kind",
            "YOUNG_PERSON",
            "givenName",
            TURNED,
            "surname",
            "Turned-\u200FTest",
            "aliases",
            "\u2067Jenny\u2069\n\u200EWren");

    var kept = records.list(team.asChair(), piece).getFirst().details();

    assertThat(kept.name()).isEqualTo("nerW Turned-Test");
    assertThat(kept.aliases()).isEqualTo(List.of("Jenny", "Wren"));
  }

  @Test
  void howeverItIsAskedForButAPasswordIsTakenAsItIs() throws ServletException, IOException {
    var read = through("name", TURNED, "password", TURNED, "text", "one\u202E\ntwo\u200F");

    assertThat(read.getParameter("name")).isEqualTo("nerW");
    assertThat(read.getParameterValues("name")).containsExactly("nerW");
    assertThat(read.getParameterMap().get("name")).containsExactly("nerW");
    assertThat(read.getParameter("password")).isEqualTo(TURNED);
    assertThat(read.getParameter("text")).isEqualTo("one\ntwo\u200F");
    assertThat(read.getParameter("none")).isNull();
    assertThat(read.getParameterValues("none")).isNull();
  }

  private ServletRequest through(String... namesAndValues) throws ServletException, IOException {
    var request = new MockHttpServletRequest();
    for (int n = 0; n < namesAndValues.length; n += 2) {
      request.setParameter(namesAndValues[n], namesAndValues[n + 1]);
    }
    var chain = new MockFilterChain();
    filter.doFilter(request, new MockHttpServletResponse(), chain);
    return Objects.requireNonNull(chain.getRequest());
  }
}
