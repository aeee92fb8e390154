package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the shell for a request.
@Component
public class Shells {

  /// Request attribute in which access leaves the address of the reason.
  public static final String WHY = Shells.class.getName() + ".why";

  /// Request attribute of a page that says nothing can be looked up.
  static final String GREETS_NOBODY = Shells.class.getName() + ".nobody";

  /// Flash attribute under which a controller leaves its sentence for the next page.
  static final String NOTICE = "notice";

  private final Sites sites;
  private final ObjectProvider<WhoIsHere> whoIsHere;
  private final ObjectProvider<WhatWaits> whatWaits;
  private final List<Nav> navigation;
  private final boolean demonstration;

  Shells(
      Sites sites,
      ObjectProvider<WhoIsHere> whoIsHere,
      ObjectProvider<WhatWaits> whatWaits,
      ObjectProvider<Nav> navigation,
      @Value("${sightline.demonstration:false}") boolean demonstration) {
    this.sites = sites;
    this.whoIsHere = whoIsHere;
    this.whatWaits = whatWaits;
    this.navigation = navigation.stream().sorted(Comparator.comparingInt(Nav::order)).toList();
    this.demonstration = demonstration;
  }

  public Shell around(HttpServletRequest request) {
    Site site = sites.of(request);
    if (site == Site.STUDENT) {
      return new Shell(
          site, null, List.of(), request.getRequestURI(), null, demonstration, 0, null, null);
    }
    var present = present(request);
    return new Shell(
        site,
        present == null ? null : present.name(),
        present == null ? List.of() : seenBy(present),
        request.getRequestURI(),
        notice(request),
        demonstration,
        present == null ? 0 : waiting(request),
        present == null ? null : present.emergency(),
        present == null ? null : (String) request.getAttribute(WHY));
  }

  /// When the database is away, the page that says so still has to be drawn: then it greets nobody.
  private WhoIsHere.@Nullable Present present(HttpServletRequest request) {
    var finder = request.getAttribute(GREETS_NOBODY) == null ? whoIsHere.getIfAvailable() : null;
    try {
      return finder == null ? null : finder.at(request);
    } catch (DataAccessException | TransactionException | NotThere unknown) {
      return null;
    }
  }

  private int waiting(HttpServletRequest request) {
    var counter = whatWaits.getIfAvailable();
    try {
      return counter == null ? 0 : counter.unread(request);
    } catch (DataAccessException | TransactionException | NotThere unknown) {
      return 0;
    }
  }

  private List<Nav> seenBy(WhoIsHere.Present present) {
    return navigation.stream()
        .filter(
            entry ->
                entry.roles().isEmpty()
                    || entry.roles().stream().anyMatch(present.roles()::contains))
        .toList();
  }

  private static @Nullable String notice(HttpServletRequest request) {
    var flash = RequestContextUtils.getInputFlashMap(request);
    return flash == null ? null : (String) flash.get(NOTICE);
  }
}
