package org.sightline.proofs;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.sightline.kernel.Role;
import org.sightline.testing.RawHttp;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Both sites for requests no browser would send, and somebody who is signed in.
abstract class RudeSites {

  static final String NO_ID = "00000000-0000-4000-8000-000000000000";

  @Autowired ApplicationContext application;
  @Autowired TestPeople people;

  Visitor owner;
  RawHttp staff;
  RawHttp student;
  String cookie;

  @BeforeEach
  void signIn() {
    owner = people.signedIn(Role.ROUND_OWNER);
    staff = new RawHttp(people.staffUrl());
    student = new RawHttp(people.studentUrl());
    cookie =
        "Cookie: "
            + owner.cookies().getCookieStore().getCookies().stream()
                .map(c -> c.getName() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
  }
}
