package org.sightline.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands controllers the [Purpose] of the copies: the one in the request, which is remembered until
/// signing out, or else the one that was said last. It is asked on the page of the export, in
/// `documents/purpose.jte`.
@Component
class PurposeOfCopies implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private static final String NAME = "purpose";

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Purpose.class;
  }

  @Override
  public Purpose resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    var http = request.getNativeRequest(HttpServletRequest.class);
    var session = http == null ? null : http.getSession(false);
    var said = named(request.getParameter(NAME));
    if (session == null) {
      return said == null ? Purpose.NOT_SAID : said;
    }
    if (said != null) {
      session.setAttribute(NAME, said.name());
      return said;
    }
    var remembered = named(session.getAttribute(NAME));
    return remembered == null ? Purpose.NOT_SAID : remembered;
  }

  private static @Nullable Purpose named(@Nullable Object name) {
    return Stream.of(Purpose.values())
        .filter(purpose -> purpose.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
