package org.sightline.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// Signed-in browsers are kept in the database, so that any copy of the application knows them.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "access.sign_in", maxInactiveIntervalInSeconds = 15 * 60)
class SignInSessions {

  /// Two requests of one browser may leave the same thing in its session at the same moment.
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> twoRequestsAtOnce() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  /// Host-only, unreadable to scripts and never sent from another site. Plain http is for a
  /// demonstration on one machine; there the cookie cannot be marked secure (AN-10).
  @Bean
  CookieSerializer signInCookie(@Value("${sightline.public-url:}") String publicUrl) {
    boolean secure = publicUrl.startsWith("https:");
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(secure ? "__Host-sightline" : "sightline");
    cookie.setUseSecureCookie(secure);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    return cookie;
  }
}
