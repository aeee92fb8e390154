package org.sightline.access.settingup;

import java.util.ArrayList;
import java.util.List;

/// What the first administrator says of the school and of themselves.
///
/// @param problems fields and keys of sentences
public record SchoolForm(String school, String name, String username, List<Problem> problems) {

  static final SchoolForm EMPTY = new SchoolForm("", "", "", List.of());

  private static final int LONGEST = 120;

  public SchoolForm {
    problems = List.copyOf(problems);
  }

  /// @param field id of the input the sentence is about
  public record Problem(String field, String key) {}

  static SchoolForm of(String school, String name, String username) {
    var problems = new ArrayList<Problem>();
    check("school", school.strip(), problems);
    check("name", name.strip(), problems);
    check("username", username.strip(), problems);
    return new SchoolForm(school.strip(), name.strip(), username.strip(), problems);
  }

  private static void check(String field, String text, List<Problem> problems) {
    if (text.isEmpty()) {
      problems.add(new Problem(field, "access.setting-up." + field + "-missing"));
    } else if (text.length() > LONGEST) {
      problems.add(new Problem(field, "access.setting-up.too-long"));
    }
  }
}
