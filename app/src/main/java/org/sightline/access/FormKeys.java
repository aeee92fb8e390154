package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SentOnce;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.sightline.web.EveryForm;
import org.sightline.web.Words;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Gives every form a key, and carries each out once however often it is sent (R-02, R-03). Sent
/// again as it was, it leads where it led; with something else in it, it is refused. Comes after
/// [Freshness] and [SentForms].
@Component
@Order(5)
class FormKeys implements HandlerInterceptor, EveryForm {

  static final String FIELD = "form-key";

  /// Pages whose forms create something without an id of its own. Pages that scripts send from, and
  /// concerns, maps and sheets, have ids of their own.
  private static final List<String> WITH_KEYS =
      List.of(
          "access/",
          "people/",
          "sharing/",
          "plans/",
          "engagement/planning/",
          "network/",
          "clocks/");

  /// Where people sign in and change what they sign in with: what they show there is good for once
  /// by itself.
  private static final List<String> WITHOUT =
      List.of("access/signing", "access/settingup/", "access/account/");

  private static final Pattern FORM = Pattern.compile("<form\\b[^>]*\\bmethod=\"post\"[^>]*>");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final SealedColumn CONTENT = new SealedColumn("access.sent_form", "content");
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int TRIES = 40;
  private static final long PAUSE_MILLIS = 50;

  private final SystemStore store;
  private final Sealing sealing;
  private final Processes processes;
  private final Clock clock;
  private final Words words;

  FormKeys(SystemStore store, Sealing sealing, Processes processes, Clock clock, Words words) {
    this.store = store;
    this.sealing = sealing;
    this.processes = processes;
    this.clock = clock;
    this.words = words;
  }

  @Override
  public String with(String view, String page, HttpServletRequest request) {
    boolean keyed =
        WITH_KEYS.stream().anyMatch(view::startsWith)
            && WITHOUT.stream().noneMatch(view::startsWith)
            && request.getUserPrincipal() != null;
    return keyed ? FORM.matcher(page).replaceAll(form -> keyed(form.group())) : page;
  }

  /// A form that brings a file has none: what is in the file is not compared, and another file is
  /// another answer.
  private static String keyed(String form) {
    if (form.contains("multipart/form-data")) {
      return Matcher.quoteReplacement(form);
    }
    return Matcher.quoteReplacement(
        "%s<input type=\"hidden\" name=\"%s\" value=\"%s\">"
            .formatted(form, FIELD, UUID.randomUUID()));
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String key = request.getParameter(FIELD);
    if (request.getMethod().equals("POST")
        && key != null
        && UUID_TEXT.matcher(key).matches()
        && Present.at(request).isPresent()) {
      var form =
          new FormKey(
              UUID.fromString(key), content(request), words.say("access.forms.other-content"));
      request.setAttribute(SentOnce.class.getName(), form);
      Present.at(request).ifPresent(who -> form.refuseTaken(who, store.jdbc()));
    }
    return true;
  }

  /// What was done without an answer to lead to can be done again.
  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    var who = Present.at(request);
    if (who.isPresent()
        && request.getAttribute(SentOnce.class.getName()) instanceof FormKey form
        && form.isTaken()) {
      String location = response.getHeader("Location");
      if (failure == null && response.getStatus() / 100 == 3 && location != null) {
        answer(who.get(), form, path(location));
      } else {
        forget(who.get(), form);
      }
    }
  }

  /// Where the same form led before, once that is known; said to the audit.
  Optional<String> ledTo(SignedIn who, FormKey form) {
    processes.read(who, Act.of("access.form-sent-again", form.key()), () -> true);
    for (int tried = 0; tried < TRIES; tried++) {
      var answer = answerOf(who, form);
      if (answer.isPresent()) {
        return answer;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException shuttingDown) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Scheduled(
      initialDelayString = "${sightline.access.upkeep-delay:PT30S}",
      fixedDelayString = "${sightline.access.upkeep-every:PT15M}")
  void forgetOld() {
    store
        .jdbc()
        .sql("delete from access.sent_form where at < :before")
        .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  private Optional<String> answerOf(SignedIn who, FormKey form) {
    return store
        .jdbc()
        .sql(
            """
            select answer from access.sent_form
             where user_id = :user and key = :key and answer is not null
            """)
        .param("user", who.user().value())
        .param("key", form.key())
        .query(String.class)
        .optional();
  }

  private void answer(SignedIn who, FormKey form, String answer) {
    store
        .jdbc()
        .sql("update access.sent_form set answer = :answer where user_id = :user and key = :key")
        .param("answer", answer)
        .param("user", who.user().value())
        .param("key", form.key())
        .update();
  }

  private void forget(SignedIn who, FormKey form) {
    store
        .jdbc()
        .sql("delete from access.sent_form where user_id = :user and key = :key")
        .param("user", who.user().value())
        .param("key", form.key())
        .update();
  }

  private byte[] content(HttpServletRequest request) {
    var text = new StringBuilder(request.getRequestURI());
    new TreeMap<>(request.getParameterMap())
        .forEach(
            (name, values) -> {
              if (!name.equals(FIELD)) {
                text.append('\0').append(name).append('\0').append(Arrays.toString(values));
              }
            });
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return sealing.blindIndex(CONTENT, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String path(String location) {
    var uri = URI.create(location);
    String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
    return path + query + fragment;
  }
}
