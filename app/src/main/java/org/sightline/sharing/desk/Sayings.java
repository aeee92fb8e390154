package org.sightline.sharing.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Agreement;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Content;
import org.sightline.sharing.Organisation;
import org.sightline.sharing.Organisations;
import org.sightline.sharing.Recipient;
import org.sightline.sharing.Saying;
import org.sightline.sharing.Share;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says shares in words.
@Component
class Sayings {

  private static final int STANDARDS = 5;

  private final Agreements agreements;
  private final Organisations organisations;
  private final Saying saying;
  private final Words words;
  private final Clock clock;

  Sayings(
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

  List<ShareRow> rows(SignedIn who, List<Share> shares) {
    var names = names(who);
    return shares.stream().map(share -> row(who, share, names)).toList();
  }

  private ShareRow row(SignedIn who, Share share, Map<UUID, String> names) {
    var content = share.content();
    return new ShareRow(
        share.id().toString(),
        share.kind(),
        saying.of(share.kind()),
        content.recipients().stream().map(to -> recipient(to, names)).toList(),
        content.purpose() == null ? null : saying.of(content.purpose()),
        agreements.nameOf(who, share.by()),
        Dates.moment(share.at()),
        state(share),
        share.receipt().map(step -> saying.of(step.kind())).orElse(null));
  }

  String state(Share share) {
    return saying.of(share.state(clock.instant()));
  }

  SharePage.Told told(Content content, Map<UUID, String> names) {
    var texts = content.words();
    var purpose = content.purpose();
    return new SharePage.Told(
        content.items().stream()
            .map(Content.Item::title)
            .filter(title -> !title.isEmpty())
            .toList(),
        texts == null ? null : texts.what(),
        sayIfAny(content.about()),
        texts == null ? null : texts.about(),
        content.people() == null ? null : content.people().toString(),
        content.categories().stream().sorted().map(saying::of).toList(),
        content.flags().stream().sorted().map(saying::of).toList(),
        texts == null ? null : texts.area(),
        content.changesPurpose() ? sayIfAny(content.heldFor()) : null,
        sayIfAny(purpose),
        purpose == null ? null : saying.of(purpose.work()),
        texts == null ? null : texts.changeReason(),
        sayIfAny(content.marking()),
        texts == null ? null : texts.owner(),
        content.recipients().stream().map(to -> recipient(to, names)).toList(),
        sayIfAny(content.route()),
        content.protectedAddress());
  }

  /// How it came to go, or not: agreement, decision, or reason.
  @Nullable String decided(SignedIn who, Share share) {
    return share
        .decided()
        .map(
            step ->
                switch (step.kind()) {
                  case SENT -> sent(who, step);
                  case NOT_SHARED -> withheld(step);
                  default -> null;
                })
        .orElse(null);
  }

  private String sent(SignedIn who, Share.Step step) {
    return switch (step.way()) {
      case AGREEMENT ->
          words.say("sharing.way.under", title(who, step), String.valueOf(step.agreementVersion()));
      case DECISION ->
          words.say("sharing.way.decided", said(step.basis()))
              + (step.reason() == null ? "" : " " + words.say("sharing.because", step.reason()));
      case RISK_OF_HARM -> words.say("sharing.way.risk");
      case null -> "";
    };
  }

  private String withheld(Share.Step step) {
    return said(step.withheld())
        + (step.reason() == null ? "" : " " + words.say("sharing.because", step.reason()));
  }

  private String title(SignedIn who, Share.Step step) {
    return agreements.all(who).stream()
        .filter(one -> one.id().equals(step.agreement()))
        .map(one -> one.terms().title())
        .findFirst()
        .orElse("");
  }

  /// Every step, the newest first.
  List<String> history(SignedIn who, Share share) {
    var all = new ArrayList<String>();
    all.add(words.say("sharing.history.begun", by(who, share.by(), share.at())));
    for (Share.Step step : share.steps()) {
      String said =
          words.say(
              "sharing.history." + step.kind(), by(who, step.by(), step.at()), step.version());
      boolean note = step.reason() != null && step.kind().name().endsWith("ARRIVED");
      all.add(note ? said + " " + step.reason() : said);
    }
    if (share.kind() == Share.Kind.RISK_OF_HARM) {
      share.versions().stream()
          .skip(1)
          .map(added -> words.say("sharing.history.added", by(who, added.by(), added.at())))
          .forEach(all::add);
    }
    return all.reversed();
  }

  private String by(SignedIn who, org.sightline.kernel.UserId user, Instant at) {
    return words.say("sharing.history.by", agreements.nameOf(who, user), Dates.moment(at));
  }

  /// What holds for everybody who receives something (H09), and what the agreement adds.
  List<String> standards(@Nullable Agreement agreement) {
    var all = new ArrayList<String>();
    for (int n = 1; n <= STANDARDS; n++) {
      all.add(words.say("sharing.standards." + n));
    }
    if (agreement != null && agreement.terms().standards() != null) {
      all.add(agreement.terms().standards());
    }
    return all;
  }

  List<String> standards(SignedIn who, Share share) {
    return standards(
        share
            .decided()
            .map(Share.Step::agreement)
            .flatMap(
                id -> agreements.all(who).stream().filter(one -> one.id().equals(id)).findFirst())
            .orElse(null));
  }

  private String recipient(Recipient to, Map<UUID, String> names) {
    String person = to.person();
    String name = to.organisation() == null ? null : names.get(to.organisation());
    if (name == null) {
      return person == null ? words.say("sharing.nobody-named") : person;
    }
    return person == null ? name : name + ": " + person;
  }

  private @Nullable String sayIfAny(@Nullable Enum<?> constant) {
    return constant == null ? null : saying.of(constant);
  }

  private String said(@Nullable Enum<?> constant) {
    return constant == null ? "" : saying.of(constant);
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
