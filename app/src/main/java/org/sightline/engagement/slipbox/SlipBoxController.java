package org.sightline.engagement.slipbox;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.SlipWithdrawals;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SlipBoxController {

  private static final String KEY = "engagement.slip-box.";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final SlipWithdrawals withdrawals;
  private final Words words;

  SlipBoxController(SlipWithdrawals withdrawals, Words words) {
    this.withdrawals = withdrawals;
    this.words = words;
  }

  @GetMapping("/engagement/slip-box")
  String show(Model model) {
    return page("", null, model);
  }

  @PostMapping("/engagement/slip-box")
  String type(
      SignedIn who,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes redirect,
      HttpServletResponse response,
      Model model) {
    if (code.isBlank()) {
      response.setStatus(422);
      return page("", words.say(KEY + "empty"), model);
    }
    var outcome = withdrawals.withdrawFromBox(who, code);
    if (outcome instanceof Outcome.Gone) {
      Notice.leave(redirect, words.say(KEY + "done"));
      return "redirect:/engagement/slip-box";
    }
    response.setStatus(outcome instanceof Outcome.TooMany ? 429 : 422);
    return page(code.length() > 60 ? "" : code, sentence(outcome), model);
  }

  private String sentence(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Gone gone -> words.say(KEY + "done");
      case Outcome.Wrong wrong -> words.say(KEY + "errors.wrong");
      case Outcome.Used used -> words.say(KEY + "errors.used");
      case Outcome.TooMany many -> words.say(KEY + "errors.tooMany");
      case Outcome.Expired expired ->
          words.fill(KEY + "errors.expired", Map.of("lastDay", DAY.format(expired.lastDay())));
      case Outcome.Mistyped mistyped ->
          mistyped.letter() == null
              ? words.say(KEY + "errors.mistyped")
              : words.fill(KEY + "errors.mistypedLetter", Map.of("letter", mistyped.letter()));
    };
  }

  private static String page(String typed, @Nullable String error, Model model) {
    model.addAttribute("page", new SlipBoxPage(typed, error));
    return "engagement/slipbox/slip-box";
  }
}
