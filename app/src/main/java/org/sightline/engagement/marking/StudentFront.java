package org.sightline.engagement.marking;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sightline.web.Site;
import org.sightline.web.Sites;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The bare address of the student site leads to joining. The square code on the board carries the
/// class code behind a `#`, which browsers keep over this redirect and never send: no server, proxy
/// or log on the way sees it.
@Component
class StudentFront extends OncePerRequestFilter {

  private final Sites sites;

  StudentFront(Sites sites) {
    this.sites = sites;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().equals("/") && sites.of(request) == Site.STUDENT) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/joining");
    } else {
      chain.doFilter(request, response);
    }
  }
}
