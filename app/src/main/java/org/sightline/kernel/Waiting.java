package org.sightline.kernel;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says that something waits for somebody, and where: published as an event by any module, inside
/// the process that gave rise to it. It is in the person's inbox once that process has ended well,
/// and goes as mail after that. Neither ever says what it is about.
///
/// Refused: a kind that is not `module.words-with-hyphens`, and a path that is not one of this site
/// or could hold typed words.
///
/// @param id of this telling; a mail goes once for it
/// @param user for whom, or `null` where it is for a role
/// @param workspace in which the role is held
/// @param kind its words are `module.waiting.the-rest`
/// @param path where to go, such as `/concerns`; ids, never a query
/// @param about what has to be done; never shown. [Settled] with the same kind and object ends it
public record Waiting(
    UUID id,
    @Nullable UserId user,
    @Nullable WorkspaceId workspace,
    @Nullable Role role,
    String kind,
    String path,
    UUID about) {

  private static final Pattern KIND = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");
  private static final Pattern PATH = Pattern.compile("(/[a-z0-9-]+)+");

  public Waiting {
    if ((user == null) == (role == null) || (role == null) != (workspace == null)) {
      throw new IllegalArgumentException("Either for a person, or for a role in a workspace");
    }
    requireKind(kind);
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("Not a path that may stand in an inbox");
    }
  }

  /// For one person.
  public static Waiting forPerson(UserId user, String kind, String path, UUID about) {
    return new Waiting(UUID.randomUUID(), user, null, null, kind, path, about);
  }

  /// For everybody who holds the role in the workspace.
  public static Waiting forRole(
      WorkspaceId workspace, Role role, String kind, String path, UUID about) {
    return new Waiting(UUID.randomUUID(), null, workspace, role, kind, path, about);
  }

  /// The key of the words a reader sees for a kind.
  public static String words(String kind) {
    return kind.replaceFirst("\\.", ".waiting.");
  }

  /// It is done: whoever was told of it need not look any more. Published as an event, like
  /// [Waiting], inside the process that did it.
  public record Settled(String kind, UUID about) {

    public Settled {
      requireKind(kind);
    }
  }

  private static void requireKind(String kind) {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("Not a kind of waiting: " + kind);
    }
  }
}
