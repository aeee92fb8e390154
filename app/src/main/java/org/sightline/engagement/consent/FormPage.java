package org.sightline.engagement.consent;

import java.util.HexFormat;
import java.util.List;
import org.sightline.access.Colleague;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Session;
import org.sightline.web.Words;

/// A form and the young person it is about: to record, to sign, or to read.
///
/// @param team who could have explained it
public record FormPage(
    Round round,
    Session session,
    Entry entry,
    Register.Shown shown,
    List<Colleague> team,
    Filled filled) {

  public FormPage {
    team = List.copyOf(team);
  }

  public FormWords words() {
    return shown.words();
  }

  /// Words of the screen itself, in the language of the form where it is a translation.
  public String onScreen(Words plain, String name) {
    String own = "screen." + name;
    return words().has(own) ? words().say(own) : plain.say("engagement.consent.signing." + name);
  }

  /// The hash of what is on the page, to be sent back with the answer.
  public String read() {
    return HexFormat.of().formatHex(shown.words().hash());
  }

  public String list() {
    return "/engagement/sessions/" + session.id() + "/consent";
  }

  public String here() {
    return list() + "/" + entry.id();
  }

  /// Whether these are, to the letter, the words that were signed.
  public boolean isExact() {
    return entry.returned() != null
        && java.util.Arrays.equals(entry.returned().wordsHash(), shown.words().hash());
  }
}
