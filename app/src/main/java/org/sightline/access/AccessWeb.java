package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Emergency;
import org.sightline.web.WhoIsHere;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands controllers the person who is signed in, and tells the shell whom to greet.
@Component
class AccessWeb implements WebMvcConfigurer, HandlerMethodArgumentResolver, WhoIsHere {

  private final Processes processes;
  private final Users users;
  private final BreakGlass breakGlass;
  private final Clock clock;

  AccessWeb(Processes processes, Users users, BreakGlass breakGlass, Clock clock) {
    this.processes = processes;
    this.users = users;
    this.breakGlass = breakGlass;
    this.clock = clock;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == SignedIn.class;
  }

  @Override
  public SignedIn resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    var http = request.getNativeRequest(HttpServletRequest.class);
    if (http == null) {
      throw new NotThere();
    }
    return org.sightline.access.Present.at(http).orElseThrow(NotThere::new);
  }

  @Override
  public WhoIsHere.@Nullable Present at(HttpServletRequest request) {
    return org.sightline.access.Present.at(request)
        .map(
            who ->
                processes.look(
                    who,
                    () ->
                        new WhoIsHere.Present(
                            users.nameOf(who.user()), users.rolesAnywhere(who), emergency(who))))
        .orElse(null);
  }

  private @Nullable Emergency emergency(SignedIn who) {
    return breakGlass
        .current(who)
        .map(
            open ->
                new Emergency(
                    open.name(),
                    open.href(),
                    Duration.between(clock.instant(), open.until()).toMinutes() + 1,
                    "/break-glass/" + open.id() + "/giving-back"))
        .orElse(null);
  }
}
