package org.sightline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The watchman is watched: each thing a [Browser] must notice is done to it once.
@BrowserTest
class BrowserCatchesTest {

  @Autowired private TestPeople people;
  private Browser window;

  @BeforeEach
  void aWindowOfOurOwn(Browser browser) {
    window = new Browser(browser.playwright().context().browser(), people);
    window.open("/signing-in");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aRequestToElsewhere() {
    window.playwright().evaluate("() => { location.href = 'http://elsewhere.example/' }");
    window.playwright().waitForTimeout(300);

    assertThat(window.faults()).anyMatch(fault -> fault.contains("elsewhere.example"));
  }

  @Test
  void aViolationOfThePolicy() {
    window
        .playwright()
        .evaluate(
            "() => document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">planted</p>')");
    window.playwright().waitForTimeout(300);

    assertThat(window.faults()).anyMatch(fault -> fault.contains("Content Security Policy"));
  }

  @Test
  void aScriptThatFails() {
    window.playwright().evaluate("() => setTimeout(() => { throw new Error('planted') }, 0)");
    window.playwright().waitForTimeout(300);

    assertThat(window.faults()).anyMatch(fault -> fault.contains("planted"));
  }

  @Test
  void aPictureThatIsNotThere() {
    window.playwright().evaluate("() => { new Image().src = '/static/web/planted.png' }");
    window.playwright().waitForTimeout(300);

    assertThat(window.faults()).anyMatch(fault -> fault.contains("planted.png"));
  }

  @Test
  void aPageNobodyCanReadOrTouch() {
    window
        .playwright()
        .evaluate(
            """
            () => {
              const heading = document.createElement('h1');
              heading.textContent = 'Second';
              document.querySelector('main').append(heading);
              const wide = document.createElement('pre');
              wide.textContent = 'planted '.repeat(200);
              document.querySelector('main').append(wide);
              const picture = document.createElement('img');
              picture.src = '/static/web/icon.svg';
              document.querySelector('main').append(picture);
              const button = document.createElement('button');
              button.className = 'planted';
              button.textContent = '.';
              const rule = new CSSStyleSheet();
              rule.replaceSync('.planted { width: 9px; height: 9px; padding: 0; border: 0; font-size: 4px }');
              document.adoptedStyleSheets = [rule];
              document.querySelector('main').append(button);
            }
            """);

    assertThat(window.page().findings())
        .anyMatch(finding -> finding.contains("one h1"))
        .anyMatch(finding -> finding.contains("sideways"))
        .anyMatch(finding -> finding.contains("axe, critical"))
        .anyMatch(finding -> finding.contains("Smaller than"));
  }
}
