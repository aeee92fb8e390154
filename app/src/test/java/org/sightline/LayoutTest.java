package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What style.md and security.md ask of every file. Each rule is also shown a breach, which it has
/// to find.
class LayoutTest {

  private static final SourceTree TREE = SourceTree.read();

  private static final List<LayoutRule> RULES =
      Stream.of(PlaceRules.all(), CodeRules.all(), SqlRules.all(), PageRules.all())
          .flatMap(List::stream)
          .toList();

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return RULES.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(), () -> assertThat(rule.offences(TREE)).as(rule.name()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFindsABreach() {
    return RULES.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(rule.offences(TREE.with(rule.breachPath(), rule.breach())))
                            .anyMatch(offence -> offence.toLowerCase().contains("planted"))));
  }

  @TestFactory
  Stream<DynamicTest> noExceptionIsLeftOver() {
    return RULES.stream()
        .flatMap(rule -> rule.exceptions().keySet().stream())
        .distinct()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path, () -> assertThat(TREE.files().keySet()).anyMatch(f -> f.endsWith(path))));
  }
}
