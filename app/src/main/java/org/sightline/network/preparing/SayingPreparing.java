package org.sightline.network.preparing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.kernel.UserId;
import org.sightline.network.Note;
import org.sightline.people.Label;
import org.sightline.people.Reliability;
import org.sightline.people.StatementText;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says what is prepared in words, and reads statements out of forms.
@Component
class SayingPreparing {

  private final Words words;
  private final Users users;
  private final Clock clock;

  SayingPreparing(Words words, Users users, Clock clock) {
    this.words = words;
    this.users = users;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  String by(UserId user, Instant at) {
    return words.say("network.by", users.nameOf(user), Dates.moment(at));
  }

  <E extends Enum<E>> Map<String, String> options(String prefix, Class<E> of) {
    var options = new LinkedHashMap<String, String>();
    for (E each : of.getEnumConstants()) {
      options.put(each.name(), words.say("network." + prefix + "." + each.name()));
    }
    return options;
  }

  /// A cell is called by what is mapped: peers of a peer group, people of a group (B33, B34).
  String cell(Note.Cell cell, String unit) {
    return words.say(
        cell == Note.Cell.LINKED && unit.equals("peer-group")
            ? "network.cell.LINKED.peers"
            : "network.cell." + cell);
  }

  MatrixPage.Said said(Note note) {
    var text = note.text();
    String source =
        text.fromYoungPerson()
            ? words.say("network.note.young")
            : words.say("network.note.source", text.role(), text.agency());
    String how =
        words.say(
            "network.note.how",
            words.say("network.label." + text.label()),
            source,
            Dates.day(text.knownOn()),
            words.say("network.reliability." + text.reliability()));
    return new MatrixPage.Said(
        note.id().toString(),
        note.tag(),
        text.words(),
        how,
        by(note.by(), note.at()),
        note.isOver());
  }

  /// Whether a risk comes from somebody or to them.
  Map<String, String> ways() {
    var ways = new LinkedHashMap<String, String>();
    for (String way : new String[] {"FROM", "TO", "BOTH"}) {
      ways.put(way, words.say("network.risk." + way));
    }
    return ways;
  }

  /// From whom a risk comes, how many it touches and how serious it is, in words (B04).
  String risk(Answers form) {
    String way = form.value("way");
    boolean isKnown = ways().containsKey(way);
    if (!isKnown) {
      form.problem("way", words.say("network.risk.way.missing"));
    }
    String many = form.needLine("many", "network.risk.many.missing");
    String serious = form.needLine("serious", "network.risk.serious.missing");
    return isKnown
        ? words.say("network.risk.said", words.say("network.risk." + way), many, serious)
        : "";
  }

  /// A statement, or `null` when something is wrong, which the form then says.
  @Nullable StatementText statement(Answers form, String said) {
    var label = form.choice("label", Label.class, "network.note.label.missing");
    String agency = form.needLine("agency", "network.note.agency.missing");
    String role = form.needLine("role", "network.note.role.missing");
    var known = form.day("knownOn", today(), "network.note.knownOn.wrong");
    var sure = form.choice("reliability", Reliability.class, "network.note.reliability.missing");
    return form.isWrong() || said.isEmpty()
        ? null
        : new StatementText(
            label.orElseThrow(),
            said,
            agency,
            role,
            form.isTicked("young"),
            known.orElseThrow(),
            sure.orElseThrow());
  }

  /// That somebody is off the map, and what that does not do; empty for whoever is on it.
  String gone(@Nullable String because) {
    return because == null ? "" : words.say("network.subject.gone", because).strip();
  }
}
