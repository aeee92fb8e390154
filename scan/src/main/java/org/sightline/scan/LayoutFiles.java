package org.sightline.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sightline.scan.SheetLayout.PageSize;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Layouts and plans as JSON, in millimetres. What cannot be read is refused with
/// [IllegalStateException], in a sentence.
public final class LayoutFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final long LARGEST = 20_000_000;

  private LayoutFiles() {}

  public static String write(SheetLayout layout) {
    return JSON.writeValueAsString(layout);
  }

  public static SheetLayout readLayout(String json) {
    return read(json, SheetLayout.class, "layout");
  }

  public static SheetLayout readLayout(Path file) {
    return readLayout(text(file));
  }

  /// A plan: a layout that nothing was added to yet.
  public static SheetPlan readPlan(Path file) {
    return readPlan(text(file));
  }

  public static SheetPlan readPlan(String json) {
    return read(json, SheetPlan.class, "plan");
  }

  private static <T> T read(String json, Class<T> type, String what) {
    try {
      var value = JSON.readValue(json, type);
      if (value == null) {
        throw new IllegalStateException("The file is empty and no %s.".formatted(what));
      }
      return value;
    } catch (JacksonException | NullPointerException | IllegalArgumentException unreadable) {
      throw new IllegalStateException(
          "The file is no %s: %s".formatted(what, reason(unreadable, what)), unreadable);
    }
  }

  private static String reason(Exception unreadable, String what) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
        return cause.getMessage();
      }
      if (cause instanceof NullPointerException) {
        return what.equals("plan")
            ? "something that it needs is missing: zones, and for each an id."
            : "something that it needs is missing. Take the layout.json that was written beside sheets.pdf.";
      }
    }
    return unreadable instanceof JacksonException json && json.getLocation() != null
        ? "line %d, column %d cannot be understood."
            .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr())
        : "it cannot be understood.";
  }

  private static String text(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalStateException("There is no file %s.".formatted(file));
      }
      if (Files.size(file) > LARGEST) {
        throw new IllegalStateException(
            "%s is larger than 20 MB and cannot be a layout.".formatted(file));
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The size of a page when a plan does not say one.
  static PageSize orA4(PageSize page) {
    return page == null ? new PageSize(210, 297) : page;
  }
}
