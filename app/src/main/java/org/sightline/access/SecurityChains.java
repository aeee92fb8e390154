package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.sightline.web.Site;
import org.sightline.web.Sites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// One filter chain a site. The student site knows no sign-in and keeps no session; on the staff
/// site everything but signing in wants somebody signed in. Changes asked for by other sites are
/// refused before either (`SameOrigin`), so no page carries a token.
@Configuration(proxyBeanMethods = false)
class SecurityChains {

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
  SecurityFilterChain staffSite(HttpSecurity http, AuthenticationProvider accounts)
      throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/static/**", "/webjars/**", "/signing-in", "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .authenticationManager(new ProviderManager(accounts))
        .formLogin(
            form ->
                form.loginPage("/signing-in")
                    .loginProcessingUrl("/signing-in")
                    .defaultSuccessUrl("/", false)
                    .failureUrl("/signing-in?failed"))
        .requestCache(cache -> cache.requestCache(new PlaceAskedFor()))
        .logout(
            logout ->
                logout
                    // By itself this would sign out on any method, a followed link included
                    // (WB-04).
                    .logoutRequestMatcher(
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/signing-out"))
                    .logoutSuccessUrl("/signing-in")
                    .addLogoutHandler(
                        new HeaderWriterLogoutHandler(
                            new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))))
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.disable())
        .build();
  }

  /// Argon2id at the strength ASVS asks for; the framework's own default is weaker (AN-03).
  @Bean
  PasswordEncoder passwordEncoder() {
    return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  }

  @Bean
  AuthenticationProvider accounts(Users users, PasswordEncoder passwords) {
    return new Accounts(users, passwords);
  }

  /// Checks a sign-in name and password in the same time whether or not the name is known (AN-05).
  private static final class Accounts implements AuthenticationProvider {

    private final Users users;
    private final PasswordEncoder passwords;
    private final String nobody;

    private Accounts(Users users, PasswordEncoder passwords) {
      this.users = users;
      this.passwords = passwords;
      this.nobody = String.valueOf(passwords.encode("nobody has this password"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
      String username = attempt.getName().strip();
      String password = String.valueOf(attempt.getCredentials());
      var account = users.byUsername(username);
      boolean matches =
          passwords.matches(password, account.map(Users.Account::passwordHash).orElse(nobody));
      if (account.isEmpty() || !matches) {
        throw new BadCredentialsException("Not signed in");
      }
      return UsernamePasswordAuthenticationToken.authenticated(account.get().id(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
      return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
  }
}
