package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.HashingCost;
import org.sightline.kernel.UserId;
import org.sightline.web.Site;
import org.sightline.web.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// One filter chain a site. The student site knows no sign-in and keeps no session; on the staff
/// site everything but signing in wants somebody signed in. Changes asked for by other sites are
/// refused before either (`SameOrigin`), so no page carries a token.
@Configuration(proxyBeanMethods = false)
class SecurityChains {

  @Bean
  PasswordHashing passwordHashing(ObjectProvider<HashingCost> cost) {
    return new PasswordHashing(cost.getIfAvailable(() -> HashingCost.USUAL));
  }

  @Bean
  @Order(1)
  SecurityFilterChain studentSite(HttpSecurity http, Sites sites) throws Exception {
    return http.securityMatcher((HttpServletRequest request) -> sites.of(request) == Site.STUDENT)
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.disable())
        .requestCache(cache -> cache.disable())
        .anonymous(anonymous -> anonymous.disable())
        .logout(logout -> logout.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain staffSite(
      HttpSecurity http, Clock clock, LateForms late, PlaceAskedFor place, SigningOut signingOut)
      throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/static/**",
                        "/webjars/**",
                        "/signing-in",
                        "/signing-in/**",
                        "/setting-up/**",
                        "/clocks/feed/*",
                        "/error")
                    .permitAll()
                    .anyRequest()
                    .access((someone, request) -> isSignedIn(someone.get())))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, denied) -> {
                          if (LateForms.isWhileTyping(request)) {
                            response.setStatus(late.keepWhileTyping(request) ? 202 : 401);
                            return;
                          }
                          keepLate(late, place, request, response);
                          response.sendRedirect("/signing-in");
                        })
                    .accessDeniedHandler(
                        (request, response, denied) -> {
                          keepLate(late, place, request, response);
                          response.sendRedirect("/signing-in/code");
                        }))
        .requestCache(cache -> cache.requestCache(place))
        .addFilterAfter(new LongestSession(clock), SecurityContextHolderFilter.class)
        .logout(
            logout ->
                logout
                    // By itself this would sign out on any method, a followed link included
                    // (WB-04).
                    .logoutRequestMatcher(
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/signing-out"))
                    .logoutSuccessUrl("/signing-in")
                    .addLogoutHandler(signingOut)
                    .addLogoutHandler(
                        new HeaderWriterLogoutHandler(
                            new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))))
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.disable())
        .build();
  }

  /// A form that was sent too late is kept, and its page comes back after signing in.
  private static void keepLate(
      LateForms late,
      PlaceAskedFor place,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (request.getMethod().equals("POST")) {
      boolean kept = late.keep(request);
      if (kept) {
        place.remember(response, late.wayBack(request, true));
        request.getSession().setAttribute(LateForms.KEPT, true);
      }
    }
  }

  /// Somebody half-way in, with a right password and no code yet, is nobody here.
  private static AuthorizationDecision isSignedIn(@Nullable Authentication someone) {
    return new AuthorizationDecision(someone != null && someone.getPrincipal() instanceof UserId);
  }
}
