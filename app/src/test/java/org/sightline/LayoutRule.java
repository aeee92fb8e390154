package org.sightline;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// One rule over the whole tree.
///
/// @param exceptions ends of paths the rule does not hold for, and why
/// @param breachPath where a file that breaks the rule would lie
/// @param breach what it would say
record LayoutRule(
    String name,
    Map<String, String> exceptions,
    Function<SourceTree, List<String>> find,
    String breachPath,
    String breach) {

  /// Sentences that begin with the path of the file at fault.
  List<String> offences(SourceTree tree) {
    return find.apply(tree).stream()
        .filter(offence -> exceptions.keySet().stream().noneMatch(path -> isAbout(offence, path)))
        .toList();
  }

  private static boolean isAbout(String offence, String path) {
    return offence.split(":", 2)[0].endsWith(path);
  }
}
