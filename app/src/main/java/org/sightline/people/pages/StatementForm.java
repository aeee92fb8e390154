package org.sightline.people.pages;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.people.Label;
import org.sightline.people.Reliability;
import org.sightline.people.StatementText;
import org.sightline.web.Answers;

/// Reads a statement out of a form.
public final class StatementForm {

  private StatementForm() {}

  /// What was filled in, or `null` when something is wrong, which the form then says.
  public static @Nullable StatementText read(Answers form, LocalDate today) {
    String said = form.needLines("words", "people.statements.words.missing");
    var label = form.choice("label", Label.class, "people.statements.label.missing");
    String role = form.needLine("role", "people.statements.role.missing");
    String agency = form.needLine("agency", "people.statements.agency.missing");
    var known = form.day("knownOn", today, "people.statements.knownOn.wrong");
    var sure =
        form.choice("reliability", Reliability.class, "people.statements.reliability.missing");
    return form.isWrong()
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

  public static Answers fill(Answers form, StatementText text) {
    return form.with("words", text.words())
        .with("label", text.label())
        .with("agency", text.agency())
        .with("role", text.role())
        .with("young", text.fromYoungPerson() ? "yes" : null)
        .with("knownOn", text.knownOn())
        .with("reliability", text.reliability());
  }
}
