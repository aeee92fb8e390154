package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Turns the name a controller returns, as in `engagement/planning/round`, into its page.
@Component
class PageViews implements ViewResolver, Ordered {

  private final Pages pages;

  private final ObjectProvider<Unfinished> unfinished;

  private final ObjectProvider<EveryForm> everyForm;

  PageViews(
      Pages pages, ObjectProvider<Unfinished> unfinished, ObjectProvider<EveryForm> everyForm) {
    this.pages = pages;
    this.unfinished = unfinished;
    this.everyForm = everyForm;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    if (name.startsWith("redirect:") || name.startsWith("forward:")) {
      return null;
    }
    return new PageView(name);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private final class PageView implements View {

    private final String name;

    private PageView(String name) {
      this.name = name;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      String rendered = pages.render(name, model == null ? Map.of() : model, request);
      var filler = unfinished.getIfAvailable();
      boolean asked = request.getMethod().equals("GET") && response.getStatus() == 200;
      String whole = asked && filler != null ? filler.filled(rendered, request) : rendered;
      for (var every : everyForm.stream().toList()) {
        whole = every.with(name, whole, request);
      }
      byte[] page = whole.getBytes(StandardCharsets.UTF_8);
      response.setContentType(getContentType());
      response.setContentLength(page.length);
      response.getOutputStream().write(page);
    }
  }
}
