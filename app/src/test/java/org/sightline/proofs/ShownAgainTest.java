package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sightline.testing.SightlineTest;
import org.sightline.web.Fresh;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Whoever gives somebody a role or a way in has shown within five minutes who they are (AN-12).
@SightlineTest
class ShownAgainTest {

  private static final List<String> GRANTS =
      List.of(
          "/colleagues/new",
          "/colleagues/joining",
          "/colleagues/{user}/link",
          "/colleagues/{user}/roles",
          "/casework/{piece}/members",
          "/engagement/rounds/{round}/facilitators",
          "/guests/{pack}",
          "/guests/{pack}/{pass}/link",
          "/seals/{workspace}/{record}/readers",
          "/break-glass/{workspace}",
          "/teams",
          "/people/{workspace}/{person}/address/protection/ending");

  @Autowired private ApplicationContext application;

  @Test
  void whatGivesSomebodyMoreAsksAgain() {
    for (String grant : GRANTS) {
      assertThat(handler(grant)).as(grant).matches(ShownAgainTest::isFresh);
    }
  }

  private HandlerMethod handler(String pattern) {
    return application
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(one -> one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
        .filter(
            one ->
                Objects.requireNonNull(one.getKey().getPathPatternsCondition())
                    .getPatternValues()
                    .contains(pattern))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFresh(HandlerMethod handler) {
    return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Fresh.class)
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Fresh.class);
  }
}
