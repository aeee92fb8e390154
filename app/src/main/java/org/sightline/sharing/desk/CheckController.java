package org.sightline.sharing.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Basis;
import org.sightline.sharing.Recipient;
import org.sightline.sharing.Saying;
import org.sightline.sharing.Share;
import org.sightline.sharing.SharedReading;
import org.sightline.sharing.Shares;
import org.sightline.sharing.Verdict;
import org.sightline.sharing.Withheld;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The last look: everything in full, what is missing, and whom it goes to.
@Controller
@RequestMapping("/sharing/shares/{share}")
class CheckController {

  private final Shares shares;
  private final SharedReading shared;
  private final Sayings sayings;
  private final Saying saying;
  private final Words words;

  CheckController(
      Shares shares, SharedReading shared, Sayings sayings, Saying saying, Words words) {
    this.shares = shares;
    this.shared = shared;
    this.sayings = sayings;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/check")
  @Fresh
  String check(SignedIn who, @PathVariable String share, Model model) {
    return page(who, shared.find(who, Ids.parse(share)), Answers.none(words), model);
  }

  @PostMapping("/sending")
  @Fresh
  String send(
      SignedIn who,
      @PathVariable String share,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = shared.find(who, Ids.parse(share));
    var form = new Answers(words, values);
    var typed = typed(found, form);
    for (UUID wrong : shares.unconfirmed(who, found.id(), typed)) {
      form.problem("confirm-" + wrong, words.say("sharing.check.confirm.wrong"));
    }
    Shares.Decision decision = null;
    if (shares.check(who, found.id()) instanceof Verdict.Uncovered) {
      decision = decision(form);
    }
    if (form.isWrong()) {
      response.setStatus(isInTheWay(form) ? 409 : 422);
      return page(who, found, form, model);
    }
    shares.send(who, found.id(), form.version(), typed, decision);
    Notice.leave(redirect, words.say("sharing.check.sent"));
    return "redirect:/sharing/shares/" + found.id();
  }

  @PostMapping("/second-person")
  @Fresh
  String askSecondPerson(
      SignedIn who,
      @PathVariable String share,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = shared.find(who, Ids.parse(share));
    var form = new Answers(words, values);
    String reason = form.needLines("whySecond", "sharing.check.two.why.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, found, form, model);
    }
    shares.askSecondPerson(who, found.id(), reason);
    Notice.leave(redirect, words.say("sharing.check.two.sent"));
    return "redirect:/sharing/shares/" + found.id() + "/check";
  }

  @PostMapping("/withholding")
  String withhold(
      SignedIn who,
      @PathVariable String share,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = shared.find(who, Ids.parse(share));
    var form = new Answers(words, values);
    var why = form.choice("withheld", Withheld.class, "sharing.withheld.missing");
    String reason = form.needLines("withheldReason", "sharing.withheld.reason.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, found, form, model);
    }
    shares.withhold(who, found.id(), why.orElseThrow(), reason);
    Notice.leave(redirect, words.say("sharing.withheld.saved"));
    return "redirect:/sharing/shares/" + found.id();
  }

  /// Whether nothing is wrong but that no agreement covers it, or none does any more, and nobody
  /// has decided anything (EX-01).
  private static boolean isInTheWay(Answers form) {
    return Set.of("basis", "reason").equals(form.problems().keySet())
        && (form.value("basis") + form.value("reason")).isBlank();
  }

  private Shares.@Nullable Decision decision(Answers form) {
    var basis = form.choice("basis", Basis.class, "sharing.check.basis.missing");
    String reason = form.needLines("reason", "sharing.check.reason.missing");
    return basis.isEmpty() ? null : new Shares.Decision(basis.get(), reason);
  }

  private static Map<UUID, String> typed(Share share, Answers form) {
    var typed = new HashMap<UUID, String>();
    for (Recipient to : share.content().recipients()) {
      typed.put(to.id(), form.value("confirm-" + to.id()));
    }
    return typed;
  }

  private String page(SignedIn who, Share share, Answers form, Model model) {
    var names = sayings.names(who);
    var verdict = shares.check(who, share.id());
    model.addAttribute(
        "page",
        new CheckPage(
            share.id().toString(),
            share.latest().number(),
            sayings.told(share.content(), names),
            verdict instanceof Verdict.Covered covered
                ? words.say(
                    "sharing.check.covered", covered.agreement().terms().title(), covered.version())
                : null,
            switch (verdict) {
              case Verdict.Covered covered -> List.of();
              case Verdict.Uncovered uncovered -> List.of(saying.sentence(uncovered.why()));
              case Verdict.Blocked blocked -> blocked.all().stream().map(saying::sentence).toList();
            },
            verdict instanceof Verdict.Uncovered,
            two(who, share),
            asked(share, names),
            sayings.standards(
                verdict instanceof Verdict.Covered covered ? covered.agreement() : null),
            saying.options(Basis.class),
            saying.options(Withheld.class),
            form));
    return "sharing/desk/check";
  }

  private CheckPage.@Nullable Two two(SignedIn who, Share share) {
    if (!share.content().takesTwo()) {
      return null;
    }
    var asked = shares.secondPerson(who, share).filter(one -> one.inTime());
    if (asked.isEmpty()) {
      return new CheckPage.Two(null, words.say("sharing.check.two.ask"), false);
    }
    String id = asked.get().id().toString();
    return asked.get().isAgreed()
        ? new CheckPage.Two(id, words.say("sharing.check.two.agreed", asked.get().agreer()), true)
        : new CheckPage.Two(id, words.say("sharing.check.two.asked"), false);
  }

  private static List<CheckPage.Asked> asked(Share share, Map<UUID, String> names) {
    return share.content().recipients().stream()
        .map(
            to ->
                new CheckPage.Asked(
                    "confirm-" + to.id(),
                    to.organisation() == null
                        ? String.valueOf(to.person())
                        : names.getOrDefault(to.organisation(), ""),
                    to.organisation() == null || to.person() == null ? "" : to.person()))
        .toList();
  }
}
