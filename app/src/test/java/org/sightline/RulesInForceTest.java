package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleBookDesk;
import org.sightline.clocks.RuleId;
import org.sightline.clocks.RulesInForce;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;

/// A command beside the application goes by the rules the council has, and not by those that came
/// with the product.
@SightlineTest
class RulesInForceTest {

  private static final RuleId RULE = new RuleId("emergency-access");

  @Autowired private SystemStore store;
  @Autowired private TestPeople people;
  @Autowired private RuleBookDesk desk;

  @Test
  void listOverdueGoesByTheRulesInForce() {
    assertThat(Arrays.asList(LateWork.class.getAnnotation(Import.class).value()))
        .contains(RulesInForce.class);

    set("4");
    try {
      assertThat(inForce().rule(RULE).amount()).isEqualTo(4);
    } finally {
      set("5");
    }
    assertThat(inForce().rule(RULE).amount()).isEqualTo(5);
  }

  private void set(String days) {
    var officer = people.as(Role.GOVERNANCE);
    desk.change(
        officer, RULE, desk.version(officer, RULE), Map.of("amount", days), "Tried in a test");
  }

  private RuleBook inForce() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(SystemStore.class, () -> store);
      context.registerBean(Clock.class, Clock::systemUTC);
      context.register(RulesInForce.class);
      context.refresh();
      return context.getBean(RuleBook.class);
    }
  }
}
