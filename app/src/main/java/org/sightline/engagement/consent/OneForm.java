package org.sightline.engagement.consent;

import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.consent.Given.Signing;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What recording a paper form and signing on screen have in common.
@Component
class OneForm {

  private final Register register;
  private final Rounds rounds;
  private final Sessions sessions;
  private final Words words;

  OneForm(Register register, Rounds rounds, Sessions sessions, Words words) {
    this.register = register;
    this.rounds = rounds;
    this.sessions = sessions;
    this.words = words;
  }

  /// @param form which form, or `null` for the one that was given out
  FormPage page(SignedIn who, String session, String invited, @Nullable Form form, Filled filled) {
    var id = SessionId.of(session);
    var entry = register.find(who, id, Ids.parse(invited));
    var found = sessions.find(who, id);
    var issued = Form.english(entry.issued() == null ? FormKind.STANDARD : entry.issued().form());
    return new FormPage(
        rounds.find(who, found.round()),
        found,
        entry,
        register.shown(who, id, form == null ? issued : form),
        rounds.team(who, found.round()),
        filled);
  }

  /// Whether the answer is yes; no answer is a problem, said in the words of `missing`.
  boolean needAnswer(Filled filled, String missing) {
    if (!filled.is("answer", "yes") && !filled.is("answer", "no")) {
      filled.problem("answer", words.say(missing));
    }
    return filled.is("answer", "yes");
  }

  void keep(
      SignedIn who,
      String session,
      String invited,
      Form form,
      Filled filled,
      String explained,
      Signing signing,
      @Nullable String signature,
      LocalDate signedOn) {
    register.record(
        who,
        SessionId.of(session),
        Ids.parse(invited),
        form,
        wordsRead(filled),
        fills ->
            new Given(
                filled.is("answer", "yes"),
                filled.all("ticked"),
                explained,
                signing,
                signature,
                signedOn,
                fills));
  }

  private static byte[] wordsRead(Filled filled) {
    try {
      return HexFormat.of().parseHex(filled.text("words"));
    } catch (IllegalArgumentException missing) {
      return new byte[0];
    }
  }
}
