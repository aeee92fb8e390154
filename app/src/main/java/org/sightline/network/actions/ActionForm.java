package org.sightline.network.actions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Field;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.ActionTerms.About;
import org.sightline.plans.agreed.ActionTerms.Kind;
import org.sightline.web.Answers;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The form of an action: what, of which kind, who is accountable, by when.
@Component
class ActionForm {

  private static final String OUTSIDE = "outside";

  private final Casework casework;
  private final Words words;

  ActionForm(Casework casework, Words words) {
    this.casework = casework;
    this.words = words;
  }

  /// @param isGap whether it is about finding something out, and is asked for no kind
  /// @return `null` when something is wrong, which is a problem of the form by then
  @Nullable ActionTerms read(SignedIn who, WorkspaceId work, Answers form, boolean isGap) {
    var kind =
        isGap
            ? Kind.GAP
            : form.choice("kind", Kind.class, "network.action.kind.missing").orElse(null);
    if (kind == Kind.GAP && !isGap) {
      form.problem("kind", words.say("network.action.kind.missing"));
    }
    var about = form.choice("about", About.class, "network.action.about.missing").orElse(null);
    String what =
        isGap
            ? form.needLine("words", "network.gap.words.missing")
            : form.needLines("words", "network.action.words.missing");
    if (isGap && !what.isEmpty() && !Field.LABEL.accepts(what)) {
      form.problem("words", words.say("network.gap.words.long"));
    }
    String agency = form.needLine("agency", "network.action.agency.missing");
    String owner = form.value("owner");
    String outside = form.line(OUTSIDE);
    if (owner.equals(OUTSIDE)) {
      if (outside == null) {
        form.problem(OUTSIDE, words.say("network.action.outside.missing"));
      }
    } else if (!owners(who, work).containsKey(owner)) {
      form.problem("owner", words.say("network.action.owner.missing"));
    }
    var due = form.day("due").orElse(null);
    if (form.isWrong() || kind == null || about == null || due == null) {
      return null;
    }
    boolean isOutside = owner.equals(OUTSIDE);
    return new ActionTerms(
        kind,
        about,
        what,
        agency,
        isOutside ? null : new UserId(Ids.parse(owner)),
        isOutside && outside != null ? outside : "",
        due);
  }

  Answers filled(ActionTerms terms) {
    var owner = terms.owner();
    return Answers.none(words)
        .with("kind", terms.kind().name())
        .with("about", terms.about().name())
        .with("words", terms.words())
        .with("agency", terms.agency())
        .with("owner", owner == null ? OUTSIDE : owner.toString())
        .with(OUTSIDE, terms.outside())
        .with("due", terms.due());
  }

  /// Whoever works on it, and last somebody of another agency.
  Map<String, String> owners(SignedIn who, WorkspaceId work) {
    var owners = new LinkedHashMap<String, String>();
    casework.members(who, work).stream()
        .filter(one -> one.roles().stream().anyMatch(List.of(Casework.WORKERS)::contains))
        .forEach(one -> owners.put(one.id().toString(), one.name()));
    owners.put(OUTSIDE, words.say("network.action.owner.outside"));
    return owners;
  }

  Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : Kind.values()) {
      if (kind != Kind.GAP) {
        kinds.put(kind.name(), words.say("network.action.kind." + kind));
      }
    }
    return kinds;
  }

  Map<String, String> abouts() {
    var abouts = new LinkedHashMap<String, String>();
    for (var about : About.values()) {
      abouts.put(about.name(), words.say("network.action.about." + about));
    }
    return abouts;
  }
}
