package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The modules of architecture.md and nothing else, each leaning only on those below it.
class ModularityTest {

  private static final List<String> GROUND = List.of("kernel", "web", "store", "audit", "access");
  private static final List<String> SHARED =
      List.of("people", "contexts", "sharing", "plans", "clocks", "concerns", "documents");
  private static final List<String> FEATURES =
      List.of("engagement", "network", "forms", "meetings", "profiling", "provision");

  /// Puts the invented world together out of every module; nothing may lean on it.
  private static final List<String> TOP = List.of("demonstration");

  /// What each module of the ground may lean on.
  private static final Map<String, Set<String>> GROUND_ORDER =
      Map.of(
          "kernel", Set.of(),
          "web", Set.of("kernel"),
          "store", Set.of("kernel"),
          "audit", Set.of("kernel", "web", "store"),
          "access", Set.of("kernel", "web", "store", "audit"));

  private static final String ROOT = "org.sightline.";

  /// The Maven modules of their own are no modules of the application: its commands use them.
  private static final ApplicationModules MODULES =
      ApplicationModules.of(
          SightlineApplication.class,
          JavaClass.Predicates.resideInAnyPackage(
              "org.sightline.linkage..", "org.sightline.scan.."));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sightline");

  @Test
  void modulesUseOnlyWhatOthersPromise() {
    MODULES.verify();
  }

  @Test
  void theModulesAreThoseOfTheArchitecture() {
    List<String> found =
        MODULES.stream().map(module -> module.getIdentifier().toString()).sorted().toList();

    assertThat(found).isEqualTo(all().sorted().toList());
  }

  @Test
  void aFeatureDoesNotDependOnAnother() {
    for (String feature : FEATURES) {
      var others = FEATURES.stream().filter(other -> !other.equals(feature)).toList();
      assertThat(uses(feature)).as(feature).doesNotContainAnyElementsOf(others);
    }
  }

  @Test
  void nothingLeansOnWhatLiesAboveIt() {
    for (String shared : SHARED) {
      assertThat(uses(shared)).as(shared).doesNotContainAnyElementsOf(FEATURES);
    }
    for (String beside : List.of("linkage", "scan")) {
      assertThat(uses(beside)).as(beside).isEmpty();
    }
    for (String ground : GROUND) {
      assertThat(GROUND_ORDER.get(ground)).as(ground).containsAll(uses(ground));
    }
    all()
        .filter(module -> !TOP.contains(module))
        .forEach(module -> assertThat(uses(module)).as(module).doesNotContainAnyElementsOf(TOP));
  }

  @Test
  void everyModuleSaysWhatItIsFor() {
    for (ApplicationModule module : MODULES) {
      assertThat(CLASSES.contain(module.getBasePackage().getName() + ".package-info"))
          .as(module.getIdentifier().toString())
          .isTrue();
    }
  }

  private Set<String> uses(String module) {
    return CLASSES.stream()
        .filter(one -> module(one.getPackageName()).equals(module))
        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
        .map(
            dependency ->
                module(dependency.getTargetClass().getBaseComponentType().getPackageName()))
        .filter(other -> !other.isEmpty() && !other.equals(module))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String module(String packageName) {
    return packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()).split("\\.")[0] : "";
  }

  private static Stream<String> all() {
    return Stream.of(GROUND, SHARED, FEATURES, TOP).flatMap(List::stream);
  }
}
