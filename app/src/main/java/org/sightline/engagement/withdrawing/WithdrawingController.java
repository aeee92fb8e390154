package org.sightline.engagement.withdrawing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.SlipWithdrawals;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class WithdrawingController {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final SlipWithdrawals withdrawals;
  private final WithdrawingWords words;

  WithdrawingController(SlipWithdrawals withdrawals, WithdrawingWords words) {
    this.withdrawals = withdrawals;
    this.words = words;
  }

  @GetMapping("/withdrawing")
  String show(Model model) {
    return page("", null, model);
  }

  /// The receipt comes in the same answer: the site keeps nothing from which to show it later.
  @PostMapping("/withdrawing")
  String withdraw(
      @RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
    if (code.isBlank()) {
      response.setStatus(422);
      return page("", words.empty(), model);
    }
    var outcome = withdrawals.withdraw(code);
    if (outcome instanceof Outcome.Gone gone) {
      model.addAttribute("page", new ReceiptPage(day(gone.on()), gone.receipt()));
      return "engagement/withdrawing/receipt";
    }
    response.setStatus(outcome instanceof Outcome.TooMany ? 429 : 422);
    return page(code.length() > 60 ? "" : code, words.of(outcome), model);
  }

  private static String page(String typed, @Nullable String error, Model model) {
    model.addAttribute("page", new WithdrawingPage(typed, error));
    return "engagement/withdrawing/withdrawing";
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
