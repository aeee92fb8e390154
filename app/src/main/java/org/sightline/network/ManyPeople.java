package org.sightline.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.sightline.access.TwoPeople;
import org.sightline.access.TwoPeople.Asked;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Someone;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Taking out more than [#MOST_ALONE] people at once takes two (AC-12, EX-06): whoever takes it out
/// asks, another of those who work on it agrees.
///
/// What is agreed to is that one person takes out these people, as often as it takes and in any
/// form, until it runs out: somebody more or less among them, or somebody else who takes them out,
/// is asked for anew. What else is drawn meanwhile is not.
@Component
public class ManyPeople {

  /// More than so many take two.
  public static final int MOST_ALONE = 50;

  private static final String KIND = "network.many-people";

  private final TwoPeople two;
  private final Words words;

  ManyPeople(TwoPeople two, Words words) {
    this.two = two;
    this.words = words;
  }

  /// Whom a file names.
  ///
  /// @param what is taken out, as an address says it: `map`, `matrix`, `own-` and somebody's id, or
  ///     the id of a version
  /// @param people ids, each once, in their order
  public record Named(WorkspaceId work, String what, TreeSet<String> people) {

    /// Who stands on a map. Groups, places and open questions are nobody.
    public static Named on(WorkspaceId work, String what, Picture picture) {
      return new Named(
          work,
          what,
          all(
              picture.on(ElementKind.NODE).stream()
                  .filter(node -> NodeKind.valueOf(node.value(Field.KIND)).isPerson())
                  .map(node -> node.id().toString())
                  .toList()));
    }

    /// Whom a matrix has a row for.
    public static Named in(WorkspaceId work, Collection<Subject> subjects) {
      return new Named(
          work,
          "matrix",
          all(
              subjects.stream()
                  .filter(
                      one ->
                          one.kind() == Subject.Kind.YOUNG_PERSON
                              || one.kind() == Subject.Kind.ADULT)
                  .map(one -> one.id().toString())
                  .toList()));
    }

    /// Whom a young person put on their own map.
    public static Named around(WorkspaceId work, UUID subject, OwnMap map) {
      return new Named(
          work,
          "own-" + subject,
          all(
              map.people().stream()
                  .filter(
                      one -> one.kind() != Someone.Kind.GROUP && one.kind() != Someone.Kind.PLACE)
                  .map(one -> one.id().toString())
                  .toList()));
    }

    private static TreeSet<String> all(Collection<String> ids) {
      return new TreeSet<>(ids);
    }

    public int count() {
      return people.size();
    }

    public boolean areMany() {
      return count() > MOST_ALONE;
    }
  }

  /// Goes on when they are few, or another person agreed that the reader takes out just these.
  ///
  /// @throws NotAgreed otherwise
  public void require(SignedIn who, Named named) {
    if (!named.areMany()) {
      return;
    }
    var asked = asked(who, named);
    if (asked.filter(Asked::isAgreed).isEmpty()) {
      throw new NotAgreed(
          words.say("network.many.not-agreed", named.count(), MOST_ALONE),
          named,
          asked.orElse(null));
    }
  }

  /// What the reader asked about these people and has not run out.
  public Optional<Asked> asked(SignedIn who, Named named) {
    return two.of(who, matter(who, named))
        .filter(asked -> asked.inTime() && asked.by().equals(who.user()));
  }

  /// Asks the others.
  ///
  /// @param title of the piece of work
  /// @param reason why it has to be so many
  /// @return the id of the question
  /// @throws org.sightline.kernel.InTheWay when it was asked already
  /// @throws Refused when they are few, or there is nobody else
  public UUID ask(SignedIn who, Named named, String title, String reason) {
    if (!named.areMany()) {
      throw new Refused(words.say("network.many.few", MOST_ALONE));
    }
    String about = words.say("network.many.about." + part(named), named.count(), title);
    return two.askAbout(who, matter(who, named), readAt(named), about, reason);
  }

  private static String part(Named named) {
    if (named.what().equals("map") || named.what().equals("matrix")) {
      return named.what();
    }
    return named.what().startsWith("own-") ? "own" : "version";
  }

  /// Where the second person sees whom it is about.
  private static String readAt(Named named) {
    String map = "/network/maps/" + named.work();
    String exercise = "/network/exercises/" + named.work();
    if (named.what().equals("map")) {
      return map;
    }
    if (named.what().equals("matrix")) {
      return exercise + "/preparing/matrix";
    }
    return named.what().startsWith("own-")
        ? exercise + "/own-maps/" + named.what().substring("own-".length())
        : map + "/versions/" + named.what();
  }

  /// The number stands for who takes out whom.
  private static TwoPeople.Matter matter(SignedIn who, Named named) {
    return new TwoPeople.Matter(
        KIND, named.work(), named.work().value(), number(who.user() + " " + named.people()));
  }

  private static int number(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getInt();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
