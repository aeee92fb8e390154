package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.sightline.kernel.UserId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The browsers somebody is signed in on: at most three (AN-10), each ended at once wherever the
/// application runs, because every request asks the database (AN-11).
@Component
class OpenBrowsers {

  private static final int MOST = 3;

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

  private final LastHere last;
  private final Dormancy dormancy;

  OpenBrowsers(
      FindByIndexNameSessionRepository<? extends Session> sessions,
      LastHere last,
      Dormancy dormancy) {
    this.sessions = sessions;
    this.last = last;
    this.dormancy = dormancy;
  }

  /// A browser somebody is signed in on.
  ///
  /// @param number stands for the session's id, which is never shown
  record OpenBrowser(String number, Instant since, Instant lastUsed, boolean thisOne) {}

  /// Signs somebody in, or one step further in, on this browser. Its session gets a new id, so that
  /// one handed to them beforehand is worth nothing (AN-10). What somebody else said on it goes.
  void enter(HttpServletRequest request, HttpServletResponse response, Authentication someone) {
    var session = request.getSession();
    if (Present.at(request).filter(who -> who.user().equals(someone.getPrincipal())).isEmpty()) {
      OpenedFor.forget(session);
    }
    StrangersSession.end(session);
    request.changeSessionId();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(someone);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    if (someone.getPrincipal() instanceof UserId user) {
      last.remember(request, response, user);
      endOldest(user);
      dormancy.signedIn(user);
    }
  }

  List<OpenBrowser> of(UserId user, HttpServletRequest request) {
    var here = request.getSession(false);
    return sessions.findByPrincipalName(user.toString()).values().stream()
        .filter(session -> !session.isExpired())
        .map(
            session ->
                new OpenBrowser(
                    number(session),
                    session.getCreationTime(),
                    session.getLastAccessedTime(),
                    here != null && session.getId().equals(here.getId())))
        .sorted(Comparator.comparing(OpenBrowser::lastUsed).reversed())
        .toList();
  }

  /// Ends one of this person's browsers.
  void end(UserId user, String number) {
    sessions.findByPrincipalName(user.toString()).values().stream()
        .filter(session -> number(session).equals(number))
        .forEach(session -> sessions.deleteById(session.getId()));
  }

  /// Ends all of somebody's browsers, also those half-way in.
  void endAll(UserId user) {
    endAllBut(user, "");
  }

  /// Ends what is half-way in; whoever it is has to begin again.
  void endAllHalfWay(UserId user) {
    sessions
        .findByPrincipalName(new Factors.HalfWay(user).toString())
        .keySet()
        .forEach(sessions::deleteById);
  }

  /// @param kept id of the session that goes on
  void endAllBut(UserId user, String kept) {
    for (String name : List.of(user.toString(), new Factors.HalfWay(user).toString())) {
      sessions.findByPrincipalName(name).keySet().stream()
          .filter(id -> !id.equals(kept))
          .forEach(sessions::deleteById);
    }
  }

  private void endOldest(UserId user) {
    sessions.findByPrincipalName(user.toString()).values().stream()
        .sorted(Comparator.comparing(Session::getCreationTime).reversed())
        .skip(MOST - 1L)
        .forEach(session -> sessions.deleteById(session.getId()));
  }

  private static String number(Session session) {
    return Integer.toHexString(session.getId().hashCode());
  }
}
