package org.sightline.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A form that came when nothing could be saved: the answer carries all of it back, so that it can
/// be sent once more from there. It is nowhere but on that page: the database, where other
/// drafts lie, is what is away.
///
/// @param action where it was sent to
/// @param fields as they were sent, those nobody sees among them
public record StillTyped(String action, List<Field> fields) {

  /// Longer forms are plans that are drawn and sheets that are keyed, whose scripts keep them.
  private static final int MOST_LETTERS = 60_000;

  /// The key that the access module gives forms, and the numbers that others bring with them.
  private static final Set<String> ONCE = Set.of("form-key", "id", "entry");

  public StillTyped {
    fields = List.copyOf(fields);
  }

  /// What was typed or chosen in one place.
  public record Field(String name, String value) {

    /// Whether somebody wrote it, rather than chose it.
    boolean isProse() {
      return value.strip().contains(" ");
    }
  }

  /// Whether it is carried out once however often it is sent.
  public boolean isOnce() {
    return fields.stream().map(Field::name).anyMatch(ONCE::contains);
  }

  /// What was written, longest first: shown, so that it can be read and copied whatever happens.
  public List<String> prose() {
    return fields.stream()
        .filter(Field::isProse)
        .map(Field::value)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /// The form of a request, or `null` when it brought none that may be shown again.
  static @Nullable StillTyped in(HttpServletRequest request, CarriedForms carried) {
    String type = String.valueOf(request.getContentType());
    // What failed before it reached a controller comes here once more, as a GET of the error page.
    String path = first(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    String method = first(request, RequestDispatcher.ERROR_METHOD, request.getMethod());
    if (!method.equals("POST")
        || !type.startsWith("application/x-www-form-urlencoded")
        || !carried.has(path)) {
      return null;
    }
    var fields = new ArrayList<Field>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              for (String value : values) {
                fields.add(new Field(name, value));
              }
            });
    int letters = fields.stream().mapToInt(f -> f.name().length() + f.value().length()).sum();
    return fields.isEmpty() || letters > MOST_LETTERS ? null : new StillTyped(path, fields);
  }

  private static String first(HttpServletRequest request, String attribute, String now) {
    return request.getAttribute(attribute) instanceof String first ? first : now;
  }
}
