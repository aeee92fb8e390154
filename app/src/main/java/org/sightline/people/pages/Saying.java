package org.sightline.people.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Users;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.Age;
import org.sightline.people.Identifier;
import org.sightline.people.PersonDetails;
import org.sightline.people.PersonRecord;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says ages, numbers, names of colleagues and reasons in words.
@Component
public class Saying {

  private final Words words;
  private final Users users;
  private final Casework casework;
  private final Clock clock;

  Saying(Words words, Users users, Casework casework, Clock clock) {
    this.words = words;
    this.users = users;
    this.casework = casework;
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  /// "14", "13 to 15" or "not known".
  public String shortAge(Age age) {
    return switch (age) {
      case Age.Born born -> "" + Period.between(born.on(), today()).getYears();
      case Age.Banded banded -> words.say("people.band." + banded.band());
      case Age.NotKnown none -> words.say("people.age.unknown");
    };
  }

  /// "14, born on 3 March 2012"
  public String age(Age age) {
    return age instanceof Age.Born born
        ? words.say("people.age.born", shortAge(age), Dates.day(born.on()))
        : shortAge(age);
  }

  public String number(Identifier number) {
    String kind = words.say("people.number." + number.kind());
    return number.agency() == null
        ? words.say("people.number.of-all", kind, number.value())
        : words.say("people.number.of-agency", kind, number.agency(), number.value());
  }

  public String titleOf(SignedIn who, WorkspaceId workspace) {
    return casework.find(who, workspace).purpose().title();
  }

  /// The colleagues who wrote what stands in a record.
  public Map<UserId, String> names(PersonRecord record) {
    var names = new HashMap<UserId, String>();
    note(names, record.person().by());
    note(names, record.address().by());
    record.person().numbers().forEach(number -> note(names, number.by()));
    record.openings().forEach(opening -> note(names, opening.by()));
    record.statements().forEach(statement -> note(names, statement.by()));
    record.disclosures().forEach(copy -> note(names, copy.by()));
    return names;
  }

  public String nameOf(UserId user) {
    return users.nameOf(user);
  }

  /// Who somebody is, by the labels of the form that asks it and in its order.
  public Map<String, String> byLabel(PersonDetails details) {
    var said = new LinkedHashMap<String, String>();
    var age = details.age();
    String surname = details.surname();
    String why = details.notSafeWhy();
    said.put(words.say("people.kind"), words.say("people.kind." + details.kind()));
    said.put(words.say("people.form.givenName"), details.givenName());
    said.put(words.say("people.form.surname"), surname == null ? "" : surname);
    said.put(words.say("people.form.aliases"), String.join("\n", details.aliases()));
    said.put(
        words.say("people.form.born"), age instanceof Age.Born born ? Dates.day(born.on()) : "");
    said.put(
        words.say("people.form.band"),
        age instanceof Age.Banded banded ? words.say("people.band." + banded.band()) : "");
    said.put(words.say("people.form.notSafeWhy"), why == null ? "" : why);
    return said;
  }

  /// Options of a closed set, by the words `people.<set>.<NAME>`.
  public <E extends Enum<E>> Map<String, String> options(String set, Class<E> of) {
    var options = new LinkedHashMap<String, String>();
    for (E constant : of.getEnumConstants()) {
      options.put(constant.name(), words.say("people." + set + "." + constant.name()));
    }
    return options;
  }

  private void note(Map<UserId, String> names, @Nullable UserId user) {
    if (user != null) {
      names.computeIfAbsent(user, users::nameOf);
    }
  }
}
