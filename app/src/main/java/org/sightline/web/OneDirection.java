package org.sightline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Directions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes out of every form what turns the direction of writing, wherever a name is typed: it comes
/// along with what is pasted from a telephone's contacts, and nobody sees it. Passwords are
/// taken as they are.
@Component
@Order(NoSessions.BEHIND_THE_SESSIONS + 1)
class OneDirection extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Straight(request), response);
  }

  private static final class Straight extends HttpServletRequestWrapper {

    private @Nullable Map<String, String[]> read;

    private Straight(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = getParameterMap().get(name);
      return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      String[] values = getParameterMap().get(name);
      return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      if (read == null) {
        var straight = new LinkedHashMap<String, String[]>();
        super.getParameterMap()
            .forEach((name, values) -> straight.put(name, straight(name, values)));
        read = Collections.unmodifiableMap(straight);
      }
      return read;
    }

    private static String[] straight(String name, String[] values) {
      if (name.equals("password")) {
        return values;
      }
      var straight = new String[values.length];
      for (int n = 0; n < values.length; n++) {
        straight[n] =
            values[n].indexOf('\n') < 0
                ? Directions.taken(values[n])
                : Directions.takenFromLines(values[n]);
      }
      return straight;
    }
  }
}
