package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Instant;
import java.util.Base64;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Passkeys with a device the browser pretends to have (AN-01).
@BrowserTest
@TestPropertySource(properties = "sightline.test.sign-in=real")
class PasskeyBrowserTest {

  private static final int HASH_OF_SITE = 32;
  private static final int PRESENT = 1;
  private static final int CHECKED = 1 << 2;

  /// In the place of the page's script, which asks for the check.
  private static final String ASK_FOR_LESS =
      """
      () => {
        const get = navigator.credentials.get.bind(navigator.credentials);
        navigator.credentials.get = ({ publicKey }) =>
          get({ publicKey: { ...publicKey, userVerification: 'discouraged' } });
        const create = navigator.credentials.create.bind(navigator.credentials);
        navigator.credentials.create = ({ publicKey }) =>
          create({ publicKey: { ...publicKey, authenticatorSelection:
            { residentKey: 'required', userVerification: 'discouraged' } } });
      }
      """;

  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings database;
  @Autowired private Passkeys passkeys;
  @Autowired private FirstSteps steps;
  @Autowired private OneTimeCodes codes;

  @Test
  void aPersonSetsUpAPasskeyAndSignsInWithItHoweverManyCodesStrangersGuess(Browser browser) {
    var page = browser.open(link(Role.HEAD)).playwright();
    device(page, true);
    browser.page().checkAccessible();
    page.fill("#label", "Invented laptop");
    page.click("[data-passkey]");
    page.waitForURL("**/your-sign-in/recovery-codes");
    browser.page().checkAccessible();
    page.click("main button");
    page.waitForSelector("main code");
    page.click("main a.govuk-button");
    page.waitForURL("**/your-sign-in");
    assertThat(page.textContent("main")).contains("Invented laptop");
    browser.page().checkAccessible();
    page.click(".top__out");
    page.waitForURL("**/signing-in");
    var head = people.cast().the(Role.HEAD).id();
    for (int guess = 0; guess < 1_000; guess++) {
      codes.check(head, "guess " + guess);
    }
    assertThat(codes.isPaused(head)).as("nobody gets in with a code just now (AN-06)").isTrue();

    page.click("[data-passkey]");

    page.waitForSelector(".top__who");
    codes.right(head);
    assertThat(page.textContent(".top__who span")).isEqualTo(people.cast().the(Role.HEAD).name());
    browser.screenshot("passkey-in");
  }

  @Test
  void aPersonWithoutPasskeysSetsUpAPasswordAndAnApp(Browser browser) {
    var page = browser.open(link(Role.GOVERNANCE) + "/app").playwright();
    browser.page().checkAccessible();
    byte[] key = new Base32().decode(page.inputValue("[name=key]"));
    page.fill("#password", "kettle harbour nineteen moss");
    page.fill("#code", codes.codeAt(key, Instant.now()));
    page.click("main form button");
    page.waitForURL("**/your-sign-in/recovery-codes");
    page.navigate(people.staffUrl() + "/signing-in-again");
    browser.page().checkAccessible();
    page.click(".top__out");
    page.waitForURL("**/signing-in");
    page.fill("#username", people.cast().the(Role.GOVERNANCE).username());
    page.fill("#password", "kettle harbour nineteen moss");
    page.keyboard().press("Enter");
    page.waitForURL("**/signing-in/code");
    browser.page().checkAccessible();
    page.fill("#code", codes.codeAt(key, Instant.now().plusSeconds(30)));
    page.keyboard().press("Enter");
    page.waitForSelector(".top__who");
  }

  @Test
  void aDeviceThatDoesNotCheckItsOwnerIsRefused(Browser browser) {
    var page = browser.open(link(Role.DEPUTY_LEAD)).playwright();
    device(page, false);

    page.click("[data-passkey]");

    page.waitForFunction("() => document.querySelector('[data-passkey-problem]').textContent");
    assertThat(page.url()).contains("/setting-up/");
    assertThat(browser.open("/").playwright().url()).endsWith("/signing-in");
  }

  /// Whoever holds the device runs the script of the page too: that the page asks for the check is
  /// not what keeps them out. The server looks at what the device signed.
  @Test
  void whatADeviceSignedWithoutCheckingItsOwnerOpensNothingWhateverThePageAsked(Browser browser) {
    browser.expectNo("/signing-in/passkey");
    var page = browser.open(link(Role.CHAIR)).playwright();
    var device = device(page, true);
    page.click("[data-passkey]");
    page.waitForURL("**/your-sign-in/recovery-codes");
    page.navigate(people.staffUrl() + "/your-sign-in");
    page.click(".top__out");
    page.waitForURL("**/signing-in");
    device.checksOwner(false);
    page.evaluate(ASK_FOR_LESS);
    long before = refusals();

    var answer = page.waitForResponse("**/signing-in/passkey", () -> page.click("[data-passkey]"));

    assertThat(flags(answer)).isEqualTo(PRESENT);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(refusals()).isEqualTo(before + 1);
    assertThat(browser.open("/").playwright().url()).endsWith("/signing-in");

    device.checksOwner(true);
    page.click("[data-passkey]");
    page.waitForSelector(".top__who");
  }

  @Test
  void aPasskeyMadeWithoutCheckingItsOwnerIsNotKeptWhateverThePageAsked(Browser browser) {
    browser.expectNo("/passkey");
    var page = browser.open(link(Role.ANALYST)).playwright();
    device(page, false);
    page.evaluate(ASK_FOR_LESS);

    var answer = page.waitForResponse("**/passkey", () -> page.click("[data-passkey]"));

    assertThat(answer.request().postData()).contains("attestationObject");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(browser.open("/").playwright().url()).endsWith("/signing-in");
    assertThat(passkeys.of(people.cast().the(Role.ANALYST).id())).isEmpty();
  }

  @Test
  void aPasskeyThatIsNotOursOpensNothing(Browser browser) {
    var page = browser.open(link(Role.FACILITATOR)).playwright();
    device(page, true);
    page.click("[data-passkey]");
    page.waitForURL("**/your-sign-in/recovery-codes");
    page.navigate(people.staffUrl() + "/your-sign-in");
    page.click(".top__out");
    var other = browser.another();
    var otherPage = other.open("/signing-in").playwright();
    device(otherPage, true);

    otherPage.click("[data-passkey]");

    otherPage.waitForFunction("() => document.querySelector('[data-passkey-problem]').textContent");
    assertThat(otherPage.url()).endsWith("/signing-in");
  }

  /// @param checksOwner whether it asks for a fingerprint, and gets it
  private static Device device(Page page, boolean checksOwner) {
    CDPSession session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", checksOwner);
    options.addProperty("isUserVerified", checksOwner);
    options.addProperty("automaticPresenceSimulation", true);
    var asked = new JsonObject();
    asked.add("options", options);
    return new Device(
        session,
        session
            .send("WebAuthn.addVirtualAuthenticator", asked)
            .get("authenticatorId")
            .getAsString());
  }

  private record Device(CDPSession session, String id) {

    void checksOwner(boolean checks) {
      var asked = new JsonObject();
      asked.addProperty("authenticatorId", id);
      asked.addProperty("isUserVerified", checks);
      session.send("WebAuthn.setUserVerified", asked);
    }
  }

  /// What the device says of its owner, in what it signed.
  private static int flags(Response answer) {
    var sent = JsonParser.parseString(answer.request().postData()).getAsJsonObject();
    String data = sent.getAsJsonObject("response").get("authenticatorData").getAsString();
    return Base64.getUrlDecoder().decode(data)[HASH_OF_SITE] & (PRESENT | CHECKED);
  }

  private long refusals() {
    return Superuser.<Long>rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    select count(*) from audit.entry
                     where act = 'access.sign-in-refused' and detail = 'passkey'
                    """)
                .query(Long.class)
                .single());
  }

  private String link(Role role) {
    return steps.linkFor(people.as(Role.ADMINISTRATOR), people.cast().the(role).id());
  }
}
