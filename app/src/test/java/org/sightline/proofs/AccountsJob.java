package org.sightline.proofs;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// What people do about colleagues and about their own sign-in: everything but what a device with
/// passkeys has to answer.
final class AccountsJob {

  private static final String PASSWORD = "kettle harbour nineteen moss";

  private final TestPeople people;
  private final FormSending forms;

  AccountsJob(TestPeople people, FormSending.Witness witness) {
    this.people = people;
    this.forms = new FormSending(new FormFilling(Planted::into), witness);
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    var administrator = people.signedIn(Role.ADMINISTRATOR);
    String username = "job-" + UUID.randomUUID();
    post(administrator, "/colleagues/new", "name", "Jobina Quarkworth", "username", username);
    String colleague =
        administrator
            .get("/colleagues")
            .page()
            .select("a:contains(Jobina Quarkworth)")
            .attr("href");
    post(administrator, colleague + "/agency", "agency", "");
    post(administrator, colleague + "/switch", "to", "off");
    post(administrator, colleague + "/switch", "to", "on");
    var head = people.signedIn(Role.HEAD);
    String role =
        head.get(colleague).page().select("option[value$=FACILITATOR]").first().attr("value");
    post(head, colleague + "/roles", "role", role);
    post(head, colleague + "/roles/ending", "role", role);
    post(head, "/colleagues/joining", "username", username, "role", role);
    post(head, colleague + "/roles/ending", "role", role);
    String link = post(administrator, colleague + "/link").page().select("code").text();
    var newcomer = people.stranger();
    app(newcomer, link.replaceAll("^https?://[^/]+", "") + "/app");
    post(newcomer, "/your-sign-in/recovery-codes");
    app(newcomer, "/your-sign-in/app");
    newcomer.put(
        "/your-sign-in/unsent",
        "application/json",
        """
        {"page":"","form":"/concerns/raising","fields":[{"name":"what","value":"Of Zebulina Quarkworth"}],"hadFiles":false}
        """);
    String unsent = newcomer.get("/your-sign-in/unsent").page().select("main form").attr("action");
    post(newcomer, unsent);
    post(newcomer, "/your-sign-in/browsers/1/ending");
    post(newcomer, "/your-sign-in/browsers/ending");
    var owner = people.cast().the(Role.ROUND_OWNER);
    var again = people.stranger();
    post(again, "/signing-in", "username", owner.username(), "password", owner.password());
    post(again, "/signing-in-again", "code", owner.password());
  }

  private void app(Visitor visitor, String path) {
    String key = visitor.get(path).page().select("input[name=key]").val();
    post(visitor, path, "key", key, "password", PASSWORD, "code", code(key));
  }

  private Arrived post(Visitor visitor, String path, String... fields) {
    return forms.answered(visitor, path, List.of(fields));
  }

  private static String code(String key) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(new Base32().decode(key), "HmacSHA1"), Instant.now());
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
