package org.sightline.network.drawing;

import java.util.List;
import java.util.Optional;
import org.sightline.access.Users;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.MapCopies;
import org.sightline.network.MapCopies.Copy;
import org.sightline.network.map.Correction;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.network.sentences.Sources;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says who has a copy of a map, and what of it is put otherwise now: in the words of what leaves,
/// so that they can be read out to whoever has it.
@Component
public class SayingCopies {

  private final MapCopies copies;
  private final Sentences sentences;
  private final Views views;
  private final Users users;
  private final Words words;

  SayingCopies(MapCopies copies, Sentences sentences, Views views, Users users, Words words) {
    this.copies = copies;
    this.sentences = sentences;
    this.views = views;
    this.users = users;
    this.words = words;
  }

  /// @param was as it stands in the copy
  /// @param now as it stands now, or that it was withdrawn
  public record Said(String was, String now) {}

  /// The copies a node or a line is on, those first that say it as it was.
  List<ElementPage.Copy> of(SignedIn who, WorkspaceId work, Element element) {
    var gone = copies.with(who, work, element.id());
    return gone.copies().stream()
        .map(
            copy ->
                new ElementPage.Copy(
                    said(copy),
                    told(copy),
                    copy.corrected().contains(element.id())
                        && said(copy, gone.now(), element.id()).isPresent()))
        .sorted((one, other) -> Boolean.compare(other.isOutdated(), one.isOutdated()))
        .toList();
  }

  /// What a copy is, who has it, who made it, and when.
  public String said(Copy copy) {
    return words.say(
        "network.corrections.one",
        words.say(copy.kind().replaceFirst("\\.", ".copy.")),
        copy.toWhom(),
        users.nameOf(copy.by()),
        Dates.moment(copy.at()));
  }

  /// When they were last told, or empty.
  public String told(Copy copy) {
    var at = copy.toldAt();
    return at == null ? "" : words.say("network.corrections.told-at", Dates.moment(at));
  }

  /// What a copy says of something, and what is said of it now; empty where what leaves is the
  /// same.
  public Optional<Said> said(Copy copy, Picture now, ElementId id) {
    var before = copy.then().find(id);
    var later = now.find(id);
    if (before == null || later == null) {
      return Optional.empty();
    }
    String was = outward(copy.then(), before);
    String is = now(now, later);
    return was.equals(is) ? Optional.empty() : Optional.of(new Said(was, is));
  }

  private String now(Picture now, Element later) {
    if (Correction.isWithdrawn(now, later.id())) {
      return words.say("network.corrections.withdrawn", later.value(Field.OFF));
    }
    var other = now.find(now.shown(later.id()));
    if (later.kind() == ElementKind.NODE && other != null && !other.id().equals(later.id())) {
      return words.say("network.corrections.same-as", other.value(Field.LABEL));
    }
    return outward(now, later);
  }

  private String outward(Picture picture, Element element) {
    String more;
    String said;
    if (element.kind() == ElementKind.LINE) {
      said = sentences.line(picture, element, Sources.OTHERS);
      more = sentences.narrative(picture, element, Sources.OTHERS);
    } else {
      said =
          words.say(
              "network.corrections.node", element.value(Field.LABEL), views.node(element).said());
      more = sentences.notes(picture, Sources.OTHERS).getOrDefault(element.id(), "");
    }
    return more.isEmpty() ? said : said + " " + more;
  }
}
