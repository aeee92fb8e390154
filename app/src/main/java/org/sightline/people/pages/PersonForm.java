package org.sightline.people.pages;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Directions;
import org.sightline.people.Age;
import org.sightline.people.AgeBand;
import org.sightline.people.Identifier;
import org.sightline.people.IdentifierKind;
import org.sightline.people.PersonDetails;
import org.sightline.people.PersonKind;
import org.sightline.web.Answers;
import org.sightline.web.Words;

/// Reads who somebody is, and their numbers, out of a form.
public final class PersonForm {

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  private PersonForm() {}

  /// What was filled in, or `null` when something is wrong, which the form then says.
  public static @Nullable PersonDetails details(Answers form, Words words, LocalDate today) {
    var kind = form.choice("kind", PersonKind.class, "people.form.kind.missing");
    String given = form.needLine("givenName", "people.form.givenName.missing");
    String surname = form.line("surname");
    String aliases = form.lines("aliases");
    Age age = age(form, words, today);
    String why =
        form.isTicked("notSafe")
            ? form.needLines("notSafeWhy", "people.form.notSafeWhy.missing")
            : null;
    return form.isWrong()
        ? null
        : new PersonDetails(
            kind.orElseThrow(),
            given,
            surname,
            aliases == null
                ? List.of()
                : aliases
                    .lines()
                    .map(Directions::taken)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList(),
            age,
            why);
  }

  /// Puts what is known into the form.
  public static Answers fill(Answers form, PersonDetails details) {
    var age = details.age();
    return form.with("kind", details.kind())
        .with("givenName", details.givenName())
        .with("surname", details.surname())
        .with("aliases", String.join("\n", details.aliases()))
        .with("born", age instanceof Age.Born born ? born.on() : null)
        .with("band", age instanceof Age.Banded banded ? banded.band() : null)
        .with("notSafe", details.isSafeToTell() ? null : "yes")
        .with("notSafeWhy", details.notSafeWhy());
  }

  public static boolean hasNumber(Answers form) {
    return !(form.value("number") + form.value("agency")).isBlank();
  }

  /// The number that was filled in, or nothing when it is wrong.
  public static Optional<Identifier> number(Answers form, Words words) {
    var kind = form.choice("numberKind", IdentifierKind.class, "people.form.numberKind.missing");
    String value = form.needLine("number", "people.form.number.missing");
    String agency =
        kind.isPresent() && kind.get().isOfAnAgency()
            ? form.needLine("agency", "people.form.agency.missing")
            : null;
    if (kind.isPresent() && !value.isEmpty() && !Identifier.isPossible(kind.get(), value)) {
      form.problem("number", words.say("people.form.number." + kind.get()));
    }
    return form.isWrong()
        ? Optional.empty()
        : Optional.of(new Identifier(kind.orElseThrow(), agency, value));
  }

  private static Age age(Answers form, Words words, LocalDate today) {
    var band =
        Arrays.stream(AgeBand.values()).filter(one -> form.is("band", one.name())).findFirst();
    if (!form.hasDay("born")) {
      return band.<Age>map(Age.Banded::new).orElseGet(Age.NotKnown::new);
    }
    if (band.isPresent()) {
      form.problem("band", words.say("people.form.band.both"));
    }
    return new Age.Born(form.day("born", today, "people.form.born.wrong").orElse(LONG_AGO));
  }
}
