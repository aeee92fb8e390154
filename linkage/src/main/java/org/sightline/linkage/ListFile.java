package org.sightline.linkage;

import java.nio.file.Path;

/// A list to link.
///
/// @param name what it is called in every result
/// @param duplicateFree whether it holds nobody twice
/// @param known whether its records were linked before: its pairs are not compared among themselves
public record ListFile(String name, Path file, boolean duplicateFree, boolean known) {

  public ListFile {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A list needs a name");
    }
  }

  public static ListFile of(Path file) {
    var name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return new ListFile(dot > 0 ? name.substring(0, dot) : name, file, false, false);
  }

  public ListFile named(String other) {
    return new ListFile(other, file, duplicateFree, known);
  }

  public ListFile withoutDuplicates() {
    return new ListFile(name, file, true, known);
  }

  public ListFile alreadyKnown() {
    return new ListFile(name, file, duplicateFree, true);
  }
}
