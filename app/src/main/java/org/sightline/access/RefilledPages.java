package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Dates;
import org.sightline.web.Unfinished;
import org.sightline.web.Words;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Shows what somebody had typed when their session ended, once they are back at the same form: the
/// form is filled in, with "This was not saved yet" above it, and nothing is sent by itself
/// (AN-10). Only what is older than the sign-in is shown: whoever leaves a form half-way within one
/// sitting meant to.
@Component
class RefilledPages implements Unfinished {

  private static final Pattern FORM = Pattern.compile("<form\\b[^>]*\\bmethod=\"post\"[^>]*>");
  private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]*)\"");

  private final KeptForms forms;
  private final Unsent unsent;
  private final LastHere last;
  private final Words words;

  RefilledPages(KeptForms forms, Unsent unsent, LastHere last, Words words) {
    this.forms = forms;
    this.unsent = unsent;
    this.last = last;
    this.words = words;
  }

  @Override
  public String filled(String page, HttpServletRequest request) {
    var who = Present.at(request);
    var paths = who.isEmpty() ? Set.<String>of() : formsIn(page, request.getRequestURI());
    return paths.isEmpty() ? page : filled(page, request, who.get(), paths);
  }

  private String filled(String page, HttpServletRequest request, SignedIn who, Set<String> paths) {
    var signedIn = Factors.lastShown(SecurityContextHolder.getContext().getAuthentication());
    var asked = OpenedFor.lastKept(request);
    var since = asked.isAfter(signedIn) ? asked : signedIn;
    var shown = new LinkedHashMap<String, Unsent.Kept>();
    unsent.of(who, paths).stream()
        .filter(kept -> kept.at().isBefore(since) && last.isHere(request, kept.browser()))
        .forEach(kept -> shown.put(kept.typed().form(), kept));
    return shown.isEmpty() ? page : filled(page, request.getRequestURI(), shown);
  }

  private Set<String> formsIn(String page, String here) {
    var found = new HashSet<String>();
    FORM.matcher(page)
        .results()
        .forEach(
            form -> {
              var action = ACTION.matcher(form.group());
              String path = action.find() ? action.group(1) : here;
              if (forms.has(path)) {
                found.add(path);
              }
            });
    return found;
  }

  private String filled(String page, String here, Map<String, Unsent.Kept> shown) {
    var document = Jsoup.parse(page);
    document.outputSettings().prettyPrint(false);
    shown.forEach(
        (path, kept) -> {
          var candidates =
              document.select("form[method=post]").stream()
                  .filter(form -> path.equals(form.hasAttr("action") ? form.attr("action") : here))
                  .toList();
          var refilled = new RefilledForm(kept.typed());
          refilled
              .choose(candidates)
              .ifPresent(
                  form -> {
                    refilled.fill(form);
                    form.before(notice(kept));
                  });
        });
    return document.outerHtml();
  }

  private Element notice(Unsent.Kept kept) {
    var notice = new Element("div").addClass("govuk-notification-banner");
    notice.attr("role", "region").attr("aria-labelledby", "unsent-" + kept.id());
    notice
        .appendElement("div")
        .addClass("govuk-notification-banner__header")
        .appendElement("h2")
        .addClass("govuk-notification-banner__title")
        .id("unsent-" + kept.id())
        .text(words.say("access.unsent.banner"));
    var content = notice.appendElement("div").addClass("govuk-notification-banner__content");
    content
        .appendElement("p")
        .addClass("govuk-notification-banner__heading")
        .text(words.say("access.unsent.heading"));
    content.appendElement("p").addClass("govuk-body").text(sentence(kept.at()));
    if (kept.typed().hadFiles()) {
      content.appendElement("p").addClass("govuk-body").text(words.say("access.unsent.files"));
    }
    var away = content.appendElement("form").attr("method", "post");
    away.attr("action", LateForms.LIST + "/" + kept.id() + "/throwing-away");
    away.appendElement("button")
        .addClass("govuk-button govuk-button--secondary")
        .attr("data-module", "govuk-button")
        .text(words.say("access.unsent.throw-away"));
    return notice;
  }

  private String sentence(Instant at) {
    return words.say("access.unsent.sentence", Dates.moment(at));
  }
}
