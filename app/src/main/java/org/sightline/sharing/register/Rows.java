package org.sightline.sharing.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Agreement;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Organisation;
import org.sightline.sharing.Organisations;
import org.sightline.sharing.Restriction;
import org.sightline.sharing.Saying;
import org.sightline.sharing.Terms;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says agreements in words.
@Component
class Rows {

  private final Agreements agreements;
  private final Organisations organisations;
  private final Saying saying;
  private final Words words;
  private final Clock clock;

  Rows(
      Agreements agreements, Organisations organisations, Saying saying, Words words, Clock clock) {
    this.agreements = agreements;
    this.organisations = organisations;
    this.saying = saying;
    this.words = words;
    this.clock = clock;
  }

  Map<UUID, String> names(SignedIn who) {
    return organisations.all(who).stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
  }

  RegisterPage.Row row(Agreement agreement, Map<UUID, String> names) {
    var terms = agreement.terms();
    return new RegisterPage.Row(
        agreement.id(),
        terms.title(),
        agreement.status(),
        standing(agreement),
        parties(terms, names),
        said(terms.purposes()),
        said(terms.categories()),
        terms.restrictions().stream().map(this::restriction).toList(),
        terms.owner(),
        terms.document(),
        terms.from(),
        terms.review(),
        agreement.status() == Agreement.Status.IN_FORCE && terms.review().isBefore(today()));
  }

  /// The status, and that its days have not come or are over: an agreement is no use then.
  private String standing(Agreement agreement) {
    var terms = agreement.terms();
    LocalDate until = terms.until();
    if (agreement.status() == Agreement.Status.IN_FORCE && today().isBefore(terms.from())) {
      return words.say("sharing.status.not-yet", Dates.day(terms.from()));
    }
    if (agreement.status() == Agreement.Status.IN_FORCE
        && until != null
        && today().isAfter(until)) {
      return words.say("sharing.status.over", Dates.day(until));
    }
    return saying.of(agreement.status());
  }

  AgreementPage.Said version(
      SignedIn who, Agreement agreement, Agreement.Version version, Map<UUID, String> names) {
    var terms = version.terms();
    LocalDate until = terms.until();
    return new AgreementPage.Said(
        version.number(),
        version.id(),
        terms.title(),
        words.say(
            "sharing.register.written",
            agreements.nameOf(who, version.by()),
            Dates.moment(version.at())),
        until == null
            ? words.say("sharing.register.from", Dates.day(terms.from()))
            : words.say("sharing.register.from-until", Dates.day(terms.from()), Dates.day(until)),
        Dates.day(terms.review()),
        terms.owner(),
        terms.document(),
        terms.standards(),
        saying.of(terms.basis()),
        said(terms.purposes()),
        said(terms.categories()),
        parties(terms, names),
        terms.restrictions().stream().map(this::restriction).toList(),
        agreement.held().map(held -> held.number() == version.number()).orElse(false));
  }

  /// What was done with its versions, the newest first.
  List<String> history(SignedIn who, Agreement agreement) {
    return agreement.steps().reversed().stream()
        .map(
            step -> {
              String said =
                  words.say(
                      "sharing.register.step." + step.kind(),
                      step.version(),
                      agreements.nameOf(who, step.by()),
                      Dates.moment(step.at()));
              return step.reason() == null
                  ? said
                  : said + " " + words.say("sharing.register.because", step.reason());
            })
        .toList();
  }

  private String restriction(Restriction restriction) {
    String area = restriction.area();
    return area == null
        ? words.say(
            "sharing.register.restricted", saying.of(restriction.category()), restriction.wording())
        : words.say(
            "sharing.register.restricted-in",
            saying.of(restriction.category()),
            area,
            restriction.wording());
  }

  private static List<String> parties(Terms terms, Map<UUID, String> names) {
    return terms.parties().stream().map(id -> names.getOrDefault(id, "")).sorted().toList();
  }

  private List<String> said(Collection<? extends Enum<?>> all) {
    return all.stream()
        .flatMap(one -> Stream.<Enum<?>>of(one))
        .sorted(java.util.Comparator.comparingInt(Enum::ordinal))
        .map(saying::of)
        .toList();
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
