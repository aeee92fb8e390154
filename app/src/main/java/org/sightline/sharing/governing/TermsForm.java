package org.sightline.sharing.governing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.sharing.Basis;
import org.sightline.sharing.Category;
import org.sightline.sharing.Organisation;
import org.sightline.sharing.Purpose;
import org.sightline.sharing.Restriction;
import org.sightline.sharing.Terms;
import org.sightline.web.Answers;
import org.sightline.web.Words;

/// The form of an agreement, both ways.
final class TermsForm {

  /// As many restrictions as an agreement holds; those left blank are none.
  private static final int RESTRICTIONS = 20;

  private TermsForm() {}

  static Answers filled(Words words, Terms terms, int version) {
    var form =
        Answers.none(words)
            .with("version", version)
            .with("title", terms.title())
            .with("owner", terms.owner())
            .with("document", terms.document())
            .with("standards", terms.standards())
            .with("basis", terms.basis().name())
            .with("purposes", terms.purposes())
            .with("categories", terms.categories())
            .with("parties", terms.parties())
            .with("from", terms.from())
            .with("until", terms.until())
            .with("review", terms.review());
    int n = 1;
    for (var restriction : terms.restrictions()) {
      form.with("category-" + n, restriction.category().name())
          .with("area-" + n, restriction.area())
          .with("why-" + n, restriction.wording());
      n++;
    }
    return form;
  }

  /// As many as the form shows: what is there, and two to fill in.
  static int shown(Answers form) {
    int last = 0;
    for (int n = 1; n <= RESTRICTIONS; n++) {
      boolean blank =
          (form.value("category-" + n) + form.value("area-" + n) + form.value("why-" + n))
              .isBlank();
      last = blank ? last : n;
    }
    return Math.min(RESTRICTIONS, last + 2);
  }

  /// What was filled in; empty when something is wrong, which the form then says.
  static Optional<Terms> read(Words words, Answers form, List<Organisation> known) {
    String title = form.needLines("title", "sharing.form.title.missing");
    var parties = parties(form, known);
    if (parties.size() < 2) {
      form.problem("parties", words.say("sharing.form.parties.missing"));
    }
    var purposes = form.some("purposes", Purpose.class);
    if (purposes.isEmpty()) {
      form.problem("purposes", words.say("sharing.form.purposes.missing"));
    }
    var categories = form.some("categories", Category.class);
    if (categories.isEmpty()) {
      form.problem("categories", words.say("sharing.form.categories.missing"));
    }
    var restrictions = restrictions(words, form);
    var basis = form.choice("basis", Basis.class, "sharing.form.basis.missing");
    var from = form.day("from");
    var until = form.hasDay("until") ? form.day("until") : Optional.<LocalDate>empty();
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      form.problem("until", words.say("sharing.form.until.before"));
    }
    var review = form.day("review");
    String owner = form.needLines("owner", "sharing.form.owner.missing");
    String document = form.needLines("document", "sharing.form.document.missing");
    String standards = form.lines("standards");
    if (form.isWrong()) {
      return Optional.empty();
    }
    return Optional.of(
        new Terms(
            title,
            owner,
            document,
            standards,
            basis.orElseThrow(),
            purposes,
            categories,
            parties,
            restrictions,
            from.orElseThrow(),
            until.orElse(null),
            review.orElseThrow()));
  }

  private static Set<UUID> parties(Answers form, List<Organisation> known) {
    var chosen = form.ids("parties");
    return known.stream()
        .map(Organisation::id)
        .filter(chosen::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Restriction> restrictions(Words words, Answers form) {
    var all = new ArrayList<Restriction>();
    for (int n = 1; n <= RESTRICTIONS; n++) {
      @Nullable Category category = form.chosen("category-" + n, Category.class).orElse(null);
      String area = form.lines("area-" + n);
      String why = form.lines("why-" + n);
      if (category == null && (area != null || why != null)) {
        form.problem("category-" + n, words.say("sharing.form.restriction.category"));
      } else if (category != null && why == null) {
        form.problem("why-" + n, words.say("sharing.form.restriction.why"));
      } else if (category != null && why != null) {
        all.add(new Restriction(category, area, why));
      }
    }
    return all;
  }
}
