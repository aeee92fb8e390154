package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `bin/sightline` refuses before it starts anything: with a sentence and code 1, or with its
/// usage and code 2 when the arguments themselves are wrong; and nothing is made half-way.
class RefusalsTest {

  @TempDir private Path folder;
  private Path data;

  private record Said(int code, String error) {}

  @BeforeEach
  void aDirectoryThatIsNotThereYet() {
    data = folder.resolve("data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plant",
        "demo --planted",
        "demo planted",
        "demo --port eighty",
        "demo --seed x",
        "serve"
      })
  void argumentsThatAreNoneGetTheUsageAndCodeTwo(String arguments) {
    var said = say(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error()).contains("Usage: sightline");
    assertThat(data).doesNotExist();
  }

  @Test
  void realWorkNeedsAKeyFile() {
    assertThat(say("serve", "--data-dir", "" + data).error())
        .startsWith("Missing required option: '--key-file=FILE'");
  }

  @Test
  void aKeyDoesNotLieBesideWhatItOpens() {
    refused("lies inside the data directory", "serve", "--key-file", "" + data.resolve("keys/key"));
    refused("lies inside the data directory", "serve", "--key-file", data + "/../data/key");
  }

  @Test
  void realWorkIsNotDoneWhereEverybodyKnowsThePasswords() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("demonstration"), "1\n");

    var said =
        say("serve", "--key-file", "" + folder.resolve("key"), "--data-dir", "" + data).error();

    assertThat(said).contains("holds a demonstration");
    assertThat(folder.resolve("key")).doesNotExist();
  }

  @Test
  void realWorkDoesNotCrossANetworkUnprotected() {
    refused(
        "http://school.example is not protected on its way",
        "serve",
        "--key-file",
        "" + folder.resolve("key"),
        "--public-url",
        "http://school.example");
    assertThat(folder.resolve("key")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 0                           | --port must lie between 1 and 65535, not 0",
        "--port 65536                       | --port must lie between 1 and 65535, not 65536",
        "--port -1                          | --port must lie between 1 and 65535, not -1",
        "--port 65535                       | no port after 65535 for the student site",
        "--port 8080 --student-port 0       | --student-port must lie between 1 and 65535, not 0",
        "--port 8080 --student-port 70000   | --student-port must lie between 1 and 65535",
        "--port 8080 --student-port 8080    | The two sites need different ports",
        "--tls-cert cert.pem                | --tls-cert and --tls-key go together",
        "--tls-key key.pem                  | --tls-cert and --tls-key go together",
        "--tls-cert no.pem --tls-key no.pem | The file no.pem cannot be read",
        "--tls-cert . --tls-key .           | The file . cannot be read",
        "--public-url sightline             | sightline is not an address such as https://",
        "--public-url ftp://a.example       | ftp://a.example is not an address such as https://",
        "--student-url https:///marking     | https:///marking is not an address such as https://",
      })
  void optionsThatCannotWorkGetASentence(String options, String sentence) {
    for (String command : List.of("demo", "serve --key-file key")) {
      refused(sentence, (command + " " + options).split(" "));
    }
  }

  @Test
  void aCertificateMustBeOneAndBelongToItsKey() throws Exception {
    var text = Files.writeString(folder.resolve("notes.txt"), "not a certificate");
    var one = CertificateExample.in(folder, "one");
    var other = CertificateExample.in(folder, "other");

    refusedTls("holds no certificate", text, one.key());
    refusedTls("holds no certificate", one.key(), one.key());
    refusedTls("holds no key", one.certificate(), text);
    refusedTls("is not the key of the first certificate", one.certificate(), other.key());
    CertificateFiles.check(one.certificate(), one.key());
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (var taken = new ServerSocket(0);
        var free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      refused("Port " + taken.getLocalPort(), "demo", "--port", "" + taken.getLocalPort());
      refused(
          "Port %d cannot be had".formatted(taken.getLocalPort()),
          "demo",
          "--port",
          "" + port,
          "--student-port",
          "" + taken.getLocalPort());
    }
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNamed() throws IOException {
    data = Files.createFile(folder.resolve("a-file")).resolve("data");

    refused("cannot be written", demo());
  }

  @Test
  void aDemonstrationKeepsOutOfARealInstallation() throws IOException {
    Files.createDirectories(data.resolve("postgresql"));

    var said = say(with(demo()));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.error()).contains("holds a real installation");
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aDemonstrationKeepsItsSeedAndItsKey() throws IOException {
    Files.createDirectories(data.resolve("postgresql/data"));
    Files.writeString(data.resolve("demonstration"), "7\n");

    assertThat(say(with(demo())).error())
        .contains("made from seed 7. Start it with --seed 7")
        .hasLineCount(1);
    assertThat(say(with(demo("--seed", "7"))).error())
        .contains("installation.key is missing")
        .hasLineCount(1);
    assertThat(data.resolve("keys")).doesNotExist();
  }

  @Test
  void anAuditThatIsNotThereIsNotMade() {
    refused("There is no installation in", "verify-audit");
  }

  private void refusedTls(String sentence, Path certificate, Path key) {
    refused(sentence, "demo", "--tls-cert", "" + certificate, "--tls-key", "" + key);
  }

  private void refused(String sentence, String... arguments) {
    var said = say(with(arguments));
    assertThat(said.code()).as(said.error()).isEqualTo(1);
    assertThat(said.error().strip()).contains(sentence).doesNotContain("\n", "\tat ");
    assertThat(data).doesNotExist();
  }

  private String[] with(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data-dir", data.toString()));
    return all.toArray(String[]::new);
  }

  /// On two ports that are free.
  private static String[] demo(String... more) throws IOException {
    try (var one = new ServerSocket(0);
        var two = new ServerSocket(0)) {
      var all =
          new ArrayList<>(
              List.of(
                  "demo",
                  "--port",
                  "" + one.getLocalPort(),
                  "--student-port",
                  "" + two.getLocalPort()));
      all.addAll(List.of(more));
      return all.toArray(String[]::new);
    }
  }

  private static Said say(String... arguments) {
    var error = new StringWriter();
    int code =
        Sightline.commandLine()
            .setErr(new PrintWriter(error, true))
            .setOut(new PrintWriter(new StringWriter()))
            .execute(arguments);
    return new Said(code, error.toString());
  }
}
