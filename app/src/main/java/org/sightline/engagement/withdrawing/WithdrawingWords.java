package org.sightline.engagement.withdrawing;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The four different sentences (issue 2, What bad input gets), and two more.
@Component
class WithdrawingWords {

  private static final String KEY = "engagement.student-site.withdraw.";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final Words words;

  WithdrawingWords(Words words) {
    this.words = words;
  }

  String empty() {
    return words.fill(KEY + "empty", Map.of("exampleSlip", "HMP4-7QW3-CM9X-22VR-F"));
  }

  String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Gone gone -> throw new IllegalArgumentException("A deleted map is no error");
      case Outcome.Wrong wrong -> words.say(KEY + "errors.wrong");
      case Outcome.Used used -> words.say(KEY + "errors.used");
      case Outcome.TooMany many -> words.say(KEY + "tooMany");
      case Outcome.Expired expired ->
          words.fill(KEY + "errors.expired", Map.of("lastDay", DAY.format(expired.lastDay())));
      case Outcome.Mistyped mistyped ->
          mistyped.letter() == null
              ? words.say(KEY + "errors.mistyped")
              : words.fill(KEY + "errors.mistypedLetter", Map.of("letter", mistyped.letter()));
    };
  }
}
