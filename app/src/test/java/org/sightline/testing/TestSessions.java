package org.sightline.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.sightline.kernel.UserId;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/// Moves what is kept of signed-in browsers into the past.
public final class TestSessions {

  private static final String CONTEXT =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  private TestSessions() {}

  /// As if this person had last shown who they are so long ago, on every browser of theirs.
  public static void shownAgo(ApplicationContext application, UserId user, Duration ago) {
    age(application.getBean(FindByIndexNameSessionRepository.class), user, ago);
  }

  /// As if this person had last done something so long ago, on every browser of theirs.
  public static void usedAgo(ApplicationContext application, UserId user, Duration ago) {
    set(
        application.getBean(FindByIndexNameSessionRepository.class),
        user,
        "org.sightline.access.LongestSession",
        Instant.now().minus(ago).toEpochMilli());
  }

  private static <S extends Session> void set(
      FindByIndexNameSessionRepository<S> sessions, UserId user, String name, Object value) {
    for (S session : sessions.findByPrincipalName(user.toString()).values()) {
      session.setAttribute(name, value);
      sessions.save(session);
    }
  }

  private static <S extends Session> void age(
      FindByIndexNameSessionRepository<S> sessions, UserId user, Duration ago) {
    var theirs = sessions.findByPrincipalName(user.toString()).values();
    if (theirs.isEmpty()) {
      throw new AssertionError("Nobody is signed in as " + user);
    }
    for (S session : theirs) {
      SecurityContext context = session.getRequiredAttribute(CONTEXT);
      session.setAttribute(CONTEXT, aged(context, Instant.now().minus(ago)));
      sessions.save(session);
    }
  }

  private static SecurityContext aged(SecurityContext context, Instant then) {
    var someone = context.getAuthentication();
    var factors = new ArrayList<GrantedAuthority>();
    for (var held : someone.getAuthorities()) {
      factors.add(
          held instanceof FactorGrantedAuthority factor
              ? FactorGrantedAuthority.withAuthority(factor.getAuthority()).issuedAt(then).build()
              : held);
    }
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(someone.getPrincipal(), null, factors));
  }
}
