package org.sightline.testing;

import org.sightline.audit.UnauditedPosts;
import org.sightline.demonstration.Cast;
import org.sightline.demonstration.InventedSchool;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Sites;
import org.springframework.core.env.Environment;

/// The invented people as users of the running application.
public final class TestPeople {

  private final Environment environment;
  private final Sites sites;
  private final UnauditedPosts unaudited;
  private final Cast cast = Cast.read();

  TestPeople(Environment environment, Sites sites, UnauditedPosts unaudited) {
    this.environment = environment;
    this.sites = sites;
    this.unaudited = unaudited;
  }

  public Cast cast() {
    return cast;
  }

  public WorkspaceId school() {
    return InventedSchool.workspace(cast.school());
  }

  /// To call doors of modules directly.
  public SignedIn as(Role role) {
    return SignedIn.as(cast.the(role).id());
  }

  public String staffUrl() {
    return "http://localhost:" + environment.getProperty("local.server.port");
  }

  public String studentUrl() {
    return "http://localhost:" + sites.studentPort();
  }

  /// A browser without scripts, signed in to the staff site.
  public Visitor signedIn(Role role) {
    return signedIn(cast.the(role));
  }

  public Visitor signedIn(Cast.Member member) {
    var visitor = new Visitor(staffUrl(), unaudited);
    visitor.post("/signing-in", "username", member.username(), "password", member.password());
    return visitor;
  }

  /// A browser without scripts on the staff site, nobody signed in.
  public Visitor stranger() {
    return new Visitor(staffUrl(), unaudited);
  }

  /// A browser without scripts on the student site.
  public Visitor student() {
    return new Visitor(studentUrl(), unaudited);
  }
}
