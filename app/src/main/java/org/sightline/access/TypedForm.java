package org.sightline.access;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// A form as somebody left it.
///
/// @param page path of the page the form stands on; empty when the browser did not say
/// @param form path the form is sent to
/// @param fields in the order of the form
/// @param hadFiles whether a file was chosen, which is not kept
public record TypedForm(String page, String form, List<Field> fields, boolean hadFiles) {

  static final int MAX_FIELDS = 500;
  static final int MAX_LETTERS = 200_000;

  private static final int MAX_PATH = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public TypedForm {
    Objects.requireNonNull(page);
    Objects.requireNonNull(form);
    Objects.requireNonNull(fields);
    fields = List.copyOf(fields);
  }

  public record Field(String name, String value) {

    public Field {
      Objects.requireNonNull(name);
      Objects.requireNonNull(value);
    }
  }

  /// Whether it is small enough to be kept, and its addresses are ours.
  boolean isKeepable() {
    long letters = 0;
    for (Field field : fields) {
      letters += field.name().length() + field.value().length();
    }
    return fields.size() <= MAX_FIELDS
        && letters <= MAX_LETTERS
        && isOurs(form)
        && (page.isEmpty() || isOurs(page));
  }

  List<String> values(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  String asJson() {
    return JSON.writeValueAsString(this);
  }

  static TypedForm of(String json) {
    return JSON.readValue(json, TypedForm.class);
  }

  /// Two slashes or a backslash would lead to another host (WB-14); a brace is filled in by what
  /// leads there.
  static boolean isOurs(String path) {
    return path.length() <= MAX_PATH
        && path.startsWith("/")
        && !path.startsWith("//")
        && !path.contains("\\")
        && !path.contains("{")
        && path.chars().noneMatch(Character::isISOControl);
  }
}
