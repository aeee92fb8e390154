package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// What somebody typed and had not sent, in their own hands.
@Component
public class OwnUnsent {

  private final Unsent unsent;
  private final LateForms late;
  private final LastHere last;

  OwnUnsent(Unsent unsent, LateForms late, LastHere last) {
    this.unsent = unsent;
    this.late = late;
    this.last = last;
  }

  /// @param page where the form stands; empty when the browser did not say
  /// @param words what was typed, without what no person reads
  public record Left(UUID id, Instant at, String page, List<String> words, boolean hadFiles) {

    public Left {
      words = List.copyOf(words);
    }
  }

  /// The latest first.
  public List<Left> list(SignedIn who, HttpServletRequest request) {
    return unsent.all(who).stream()
        .filter(kept -> last.isHere(request, kept.browser()))
        .map(
            kept ->
                new Left(
                    kept.id(),
                    kept.at(),
                    kept.typed().page(),
                    kept.typed().fields().stream()
                        .map(TypedForm.Field::value)
                        .filter(OwnUnsent::isWords)
                        .toList(),
                    kept.typed().hadFiles()))
        .toList();
  }

  /// Keeps a form while it is being typed.
  ///
  /// @return whether it may be kept
  public boolean keep(SignedIn who, HttpServletRequest request) throws IOException {
    return late.keepWhileTyping(request, who);
  }

  /// @return the path of the page to go back to
  public String throwAway(SignedIn who, UUID kept) {
    return unsent.throwAway(who, kept).orElse(LateForms.LIST);
  }

  /// Ids, versions and the choices of buttons say nothing to anyone.
  private static boolean isWords(String value) {
    return !value.isBlank() && !isId(value);
  }

  private static boolean isId(String value) {
    return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z_]+|\\d+|on|yes|no");
  }
}
