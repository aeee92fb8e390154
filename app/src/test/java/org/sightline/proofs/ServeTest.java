package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.testing.Visitor;

/// The first day of a real installation: nobody is there, a link is made, an administrator sets up
/// the school and names its head, and there is no way in but with two factors (AN-02, AN-09).
@Tag("long")
class ServeTest {

  private static final Pattern LINK = Pattern.compile("(http://localhost:\\d+)(/setting-up/\\S+)");

  @TempDir private Path folder;

  @Test
  void aRealInstallationBeginsWithOneLinkAndNoDefaultAccount() throws Exception {
    var data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(folder.resolve("commands"));
    Files.createDirectories(folder.resolve("keys"));
    var serving = serve(data);
    try {
      var link = LINK.matcher(log(data));
      assertThat(link.find()).isTrue();
      var administrator = Visitor.at(link.group(1));
      String path = link.group(2);

      var choosing =
          administrator.post(
              path + "/school",
              "school",
              "Firstday School",
              "name",
              "Addy Invented",
              "username",
              "addy");
      assertThat(choosing.heading()).contains("How do you want to sign in");
      byte[] key = app(administrator, path + "/app");
      assertThat(administrator.get(path).status()).isEqualTo(404);

      String head = invite(administrator, "Hedda Invented");
      String role = head + "/roles";
      String choice =
          administrator.get(head).page().select("option[value$=HEAD]").first().attr("value");
      assertThat(administrator.post(role, "role", choice).page().text())
          .contains("The role is given");
      assertThat(administrator.get("/engagement/rounds").status()).isEqualTo(404);

      listsPeopleWithACode(data, key);
      assertThat(command(data, "verify-audit")).startsWith("0: ").contains("The audit is whole");
      assertThat(command(data, "set-up"))
          .startsWith("1: ")
          .contains("There are people here already");
    } finally {
      serving.destroy();
      assertThat(serving.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    var again = serve(data);
    try {
      assertThat(log(data)).doesNotContain("/setting-up/");
    } finally {
      again.destroy();
      again.waitFor(30, TimeUnit.SECONDS);
    }
  }

  /// @return the address of the colleague's page
  private static String invite(Visitor administrator, String name) {
    administrator.post("/colleagues/new", "name", name, "username", "hedda");
    return administrator.get("/colleagues").page().select("a:contains(" + name + ")").attr("href");
  }

  private static byte[] app(Visitor visitor, String path) throws Exception {
    String key = visitor.get(path).page().select("input[name=key]").val();
    var code = code(new Base32().decode(key), Instant.now());
    var arrived =
        visitor.post(path, "key", key, "password", "kettle harbour nineteen moss", "code", code);
    assertThat(arrived.path()).isEqualTo("/your-sign-in/recovery-codes");
    return new Base32().decode(key);
  }

  private static String code(byte[] key, Instant at) throws Exception {
    return new TimeBasedOneTimePasswordGenerator()
        .generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), at);
  }

  /// On the command line the administrator shows the app's code, each once (AN-02).
  private void listsPeopleWithACode(Path data, byte[] key) throws Exception {
    var code = code(key, Instant.now().plusSeconds(30));
    assertThat(typing(data, "addy", "000000")).startsWith("1: ").contains("That was not");
    assertThat(typing(data, "addy", code)).startsWith("0: ").contains("Hedda Invented (hedda)");
    assertThat(typing(data, "addy", code)).startsWith("1: ").contains("That was not");
  }

  private String typing(Path data, String... lines) throws Exception {
    Path beside = folder.resolve("commands");
    var process =
        DemoProcess.run(
            beside,
            "user",
            "list",
            "--data-dir=" + data,
            "--key-file=" + folder.resolve("keys/key"));
    try (var to = process.outputWriter()) {
      to.write(String.join("\n", lines) + "\n");
    }
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + ": " + Files.readString(DemoProcess.log(beside));
  }

  private Process serve(Path data) throws Exception {
    Files.deleteIfExists(DemoProcess.log(data));
    var process =
        DemoProcess.run(
            data,
            "serve",
            "--data-dir=" + data,
            "--key-file=" + folder.resolve("keys/key"),
            "--port=" + DemoProcess.freePort(),
            "--student-port=" + DemoProcess.freePort());
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!log(data).contains("Stop with Ctrl-C")) {
      assertThat(process.isAlive() && System.nanoTime() < end).as(log(data)).isTrue();
      Thread.sleep(100);
    }
    return process;
  }

  private String command(Path data, String name) {
    return DemoProcess.command(
        folder.resolve("commands"),
        name,
        "--data-dir=" + data,
        "--key-file=" + folder.resolve("keys/key"));
  }

  private static String log(Path data) throws Exception {
    return Files.exists(DemoProcess.log(data)) ? Files.readString(DemoProcess.log(data)) : "";
  }
}
