package org.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// The text files of the repository, by their path from its root.
record SourceTree(Map<String, String> files) {

  private static final Set<String> ELSEWHERE =
      Set.of("target", ".git", ".idea", ".vscode", "node_modules", "data", "demo-data");

  private static final String TEXT =
      ".*\\.(java|jte|sql|properties|ya?ml|js|css|html|svg|md|xml|sh|csv|config)|bin/.*|\\.ci/.*|LICENSE";

  /// The root: the directory above the module that is being tested.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("style.md")) || Files.exists(here.resolve("app/pom.xml"))
        ? here
        : here.getParent();
  }

  static SourceTree read() {
    var files = new TreeMap<String, String>();
    Path root = root();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return ELSEWHERE.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String name = root.relativize(file).toString().replace('\\', '/');
              if (name.matches(TEXT)) {
                files.put(name, Files.readString(file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new SourceTree(files);
  }

  /// This tree and one more file, to prove a rule with.
  SourceTree with(String path, String text) {
    var more = new TreeMap<>(files);
    more.put(path, text);
    return new SourceTree(more);
  }

  Stream<Map.Entry<String, String>> matching(String pathPattern) {
    return files.entrySet().stream().filter(file -> file.getKey().matches(pathPattern));
  }

  void each(String pathPattern, BiConsumer<String, String> visit) {
    matching(pathPattern).forEach(file -> visit.accept(file.getKey(), file.getValue()));
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  boolean hasFolder(String folder) {
    return files.keySet().stream().anyMatch(path -> path.startsWith(folder + "/"));
  }

  String text(String path) {
    return files.getOrDefault(path, "");
  }
}
