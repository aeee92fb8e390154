package org.sightline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where things lie: style.md, "Know the module, know the place".
final class PlaceRules {

  private static final String JAVA = "app/src/main/java/org/sightline/";

  private PlaceRules() {}

  static List<LayoutRule> all() {
    return List.of(
        new LayoutRule(
            "a package with a controller declares whom it is open to",
            Map.of("web/LastResort.java", "answers for both sites what reached no controller"),
            PlaceRules::controllersWithoutRule,
            JAVA + "planted/PlantedController.java",
            "@Controller\nclass PlantedController {}"),
        new LayoutRule(
            "every package is null-marked",
            Map.of(),
            PlaceRules::packagesNotMarked,
            JAVA + "planted/Planted.java",
            "package org.sightline.planted;"),
        new LayoutRule(
            "every folder of templates belongs to a package",
            Map.of(),
            PlaceRules::templatesWithoutPackage,
            "app/src/main/jte/planted/page.jte",
            "<p></p>"),
        new LayoutRule(
            "no folder is called what nothing should be called",
            Map.of(),
            PlaceRules::forbiddenFolders,
            JAVA + "util/planted/Planted.java",
            ""),
        new LayoutRule(
            "no file is longer than 400 lines",
            Map.of(
                "LICENSE", "the licence as it is",
                "app/src/main/resources/static/web/sightline.css", "one look, in one file"),
            PlaceRules::longFiles,
            JAVA + "planted/Planted.java",
            "\n".repeat(401)),
        new LayoutRule(
            "words lie under their module's name",
            Map.of(),
            PlaceRules::wordsElsewhere,
            "app/src/main/resources/messages/planted.properties",
            "elsewhere.key=Words"));
  }

  private static List<String> controllersWithoutRule(SourceTree tree) {
    var found = new ArrayList<String>();
    tree.each(
        JAVA + ".*\\.java",
        (path, text) -> {
          boolean controller = CONTROLLER.matcher(text).find();
          if (controller && !tree.text(folder(path) + "/package-info.java").contains("@OpenTo(")) {
            found.add(path + ": no @OpenTo on its package");
          }
        });
    return found;
  }

  private static final java.util.regex.Pattern CONTROLLER =
      java.util.regex.Pattern.compile("^@(Rest)?Controller\\b", java.util.regex.Pattern.MULTILINE);

  private static List<String> packagesNotMarked(SourceTree tree) {
    return tree.matching("[a-z-]+/src/main/java/.*\\.java")
        .map(file -> folder(file.getKey()))
        .distinct()
        .filter(folder -> !tree.text(folder + "/package-info.java").contains("@NullMarked"))
        .map(folder -> folder + ": no @NullMarked package-info")
        .toList();
  }

  private static List<String> templatesWithoutPackage(SourceTree tree) {
    return tree.matching("app/src/main/jte/.*\\.jte")
        .map(file -> folder(file.getKey()))
        .distinct()
        .filter(
            folder ->
                !folder.matches(".*/(fields|parts|steps)")
                    && !tree.hasFolder(folder.replace("app/src/main/jte/", JAVA)))
        .map(folder -> folder + ": there is no such package")
        .toList();
  }

  private static List<String> forbiddenFolders(SourceTree tree) {
    return tree.files().keySet().stream()
        .filter(
            path ->
                path.matches(
                    "(?i).*/(utils?|helpers?|services?|common|dto|impl|managers?|misc)/.*"))
        .map(path -> path + ": in a folder without a name of its own")
        .toList();
  }

  private static List<String> longFiles(SourceTree tree) {
    return tree.matching(".*\\.(java|jte|js|css|sh)|bin/.*")
        .filter(file -> file.getValue().lines().count() > 400)
        .map(file -> file.getKey() + ": " + file.getValue().lines().count() + " lines")
        .toList();
  }

  private static List<String> wordsElsewhere(SourceTree tree) {
    var found = new ArrayList<String>();
    tree.each(
        "app/src/main/resources/messages/.*\\.properties",
        (path, text) -> {
          String module = path.replaceAll(".*/|[-.].*", "");
          text.lines()
              .filter(line -> line.matches("[a-zA-Z][\\w.-]*\\s*=.*"))
              .filter(line -> !line.startsWith(module + "."))
              .forEach(line -> found.add(path + ": " + line));
        });
    return found;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
