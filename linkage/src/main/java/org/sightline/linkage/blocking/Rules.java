package org.sightline.linkage.blocking;

import static org.sightline.linkage.blocking.KeyPart.dateInEitherOrder;
import static org.sightline.linkage.blocking.KeyPart.form;
import static org.sightline.linkage.blocking.KeyPart.initial;
import static org.sightline.linkage.blocking.KeyPart.sound;
import static org.sightline.linkage.blocking.KeyPart.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Nicknames;

/// The rules of blocking for the fields that are there.
public final class Rules {

  /// Up to so many rows one field is enough to bring two records together.
  static final int ROWS_OF_SHORT_LISTS = 40_000;

  private final List<Rule> rules;

  private Rules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// @param rows how many rows the lists have together: short lists are searched more widely
  public static Rules of(Set<Field> fields, int rows, Nicknames nicknames) {
    var forename = form(Field.FORENAME, nicknames);
    var all = new ArrayList<Rule>();
    all.add(Rule.on(whole(Field.UPN)));
    all.add(Rule.on(whole(Field.NHS_NUMBER)));
    all.add(Rule.on(forename, form(Field.SURNAME, nicknames)).inAnyOrder().training());
    all.add(Rule.on(sound(Field.SURNAME), dateInEitherOrder()).training());
    all.add(Rule.on(forename, dateInEitherOrder()).training());
    all.add(Rule.on(dateInEitherOrder(), whole(Field.POSTCODE)).training());
    all.add(Rule.on(forename, whole(Field.POSTCODE)).training());
    all.add(Rule.on(whole(Field.SURNAME), whole(Field.POSTCODE)).training());
    all.add(
        Rule.on(initial(Field.FORENAME), initial(Field.SURNAME), dateInEitherOrder()).inAnyOrder());
    all.add(Rule.on(whole(Field.EMAIL)).training());
    all.add(Rule.on(whole(Field.PHONE)).training());
    all.add(Rule.on(whole(Field.NUMBER)).training());
    all.add(Rule.on(whole(Field.ADDRESS), whole(Field.HOUSE_NUMBER)).training());
    if (!fields.contains(Field.POSTCODE)) {
      all.add(Rule.on(forename, whole(Field.TOWN)));
      all.add(Rule.on(whole(Field.SURNAME), whole(Field.TOWN)));
      all.add(Rule.on(dateInEitherOrder(), whole(Field.TOWN)));
    }
    if (rows <= ROWS_OF_SHORT_LISTS) {
      all.add(Rule.on(forename));
      all.add(Rule.on(sound(Field.SURNAME)));
      all.add(Rule.on(whole(Field.POSTCODE)));
      all.add(Rule.on(dateInEitherOrder()));
    }
    return new Rules(all.stream().filter(r -> fields.containsAll(r.fields())).toList());
  }

  List<Rule> all() {
    return rules;
  }

  /// The places of the rules from whose blocks m is learned.
  public List<Integer> training() {
    return IntStream.range(0, rules.size()).filter(r -> rules.get(r).trains()).boxed().toList();
  }

  public Set<Field> fieldsOf(int rule) {
    return rules.get(rule).fields();
  }

  public List<String> names() {
    return rules.stream().map(Rule::name).toList();
  }
}
