package org.sightline.engagement.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.ClassCode;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SeatsTest {

  private final Seats seats = new Seats();
  private final ClassCode code = ClassCode.random(new SecureRandom());

  @Test
  void aSeatThatSomebodyMadeUpIsNoSeat() {
    for (String value : new String[] {"", code.letters(), code.letters() + ".short", "x.y"}) {
      var request = new MockHttpServletRequest();
      request.setCookies(new jakarta.servlet.http.Cookie("seat", value));
      assertThat(seats.at(request)).as(value).isEmpty();
    }
  }

  @Test
  void withTlsTheCookieIsBoundToThisHostAndGoneWithTheBrowser() {
    var request = new MockHttpServletRequest();
    request.setSecure(true);
    var response = new MockHttpServletResponse();

    seats.take(code, request, response);

    assertThat(response.getHeader("Set-Cookie"))
        .matches("__Host-seat=%s\\.[\\w-]{32}; .*".formatted(code.letters()))
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Max-Age", "Expires", "Domain");
  }

  @Test
  void leavingExpiresIt() {
    var response = new MockHttpServletResponse();

    seats.leave(new MockHttpServletRequest(), response);

    assertThat(response.getHeader("Set-Cookie")).startsWith("seat=;").contains("Max-Age=0");
  }
}
