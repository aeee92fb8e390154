package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.demonstration.WorldFile.SignInEntry;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.KeyBytes;
import org.sightline.store.KeyRing;
import org.sightline.store.RunningPostgres;
import org.sightline.store.SealedValues;

/// `user`, `list-overdue` and `rotate-keys` beside a running application, as processes of their
/// own: for an administrator who shows who they are, and killed with -9 in between (CR-04, AN-02).
@Tag("long")
class CommandsTest {

  @TempDir private Path folder;

  private Path data;
  private SignInEntry administrator;

  private record Ended(int code, String said) {}

  @Test
  void whatAnOwnerDoesByCommandWhileTheSitesGoOn() throws Exception {
    data = folder.resolve("data");
    try (var demo = DemoProcess.start(data, 5)) {
      administrator =
          demo.world().signIns().stream()
              .filter(each -> each.role().equals("ADMINISTRATOR"))
              .findFirst()
              .orElseThrow();

      nobodyElseIsLetIn();
      peopleAreWorkedOn(demo);
      whatIsOverdueIsListedWithoutNames(demo);
      keysAreRotatedHoweverOftenItIsKilled(demo);
      noKeyIsInTheDatabaseTheLogOrTheEnvironment(demo);
      aLostKeyComesBackFromTwoOfThreeCustodians(demo);
    }
  }

  private void nobodyElseIsLetIn() throws Exception {
    var wrong = run("user", "list").typing(administrator.username(), "not the password");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.said()).contains("That was not the sign-in name of an administrator");
    assertThat(run("user", "list").typing().said()).contains("was asked for, and nothing came");
    assertThat(run("rotate-keys").typing(administrator.username(), "no").code()).isEqualTo(1);
    assertThat(run("user", "plant").typing().code()).isEqualTo(2);
    assertThat(run("user", "disable").typing().said()).contains("needs the NUMBER of a person");
  }

  private void peopleAreWorkedOn(DemoProcess demo) throws Exception {
    var added = signedIn(run("user", "add"), "planted.person", "Planted Person");
    assertThat(added.code()).as(added.said()).isZero();
    assertThat(added.said()).contains("/setting-up/");
    assertThat(signedIn(run("user", "add"), "planted.person", "Another").said())
        .contains("Somebody has this sign-in name");

    var list = signedIn(run("user", "list", "--json"));
    assertThat(list.said()).contains("\"name\":\"Planted Person\"");
    var head = demo.signedIn("HEAD");
    var headName =
        demo.world().signIns().stream()
            .filter(s -> s.role().equals("HEAD"))
            .findFirst()
            .orElseThrow();
    var found =
        Pattern.compile(
                "\"number\":\"([0-9a-f-]+)\",\"on\":true,\"roles\":\\d+,\"signInName\":\""
                    + Pattern.quote(headName.username()))
            .matcher(list.said());
    assertThat(found.find()).as(list.said()).isTrue();
    assertThat(head.get("/plans").status()).isLessThan(400);

    var lost = signedIn(run("user", "lost-device", found.group(1)));
    assertThat(lost.said()).contains("Signed out everywhere: 1");
    assertThat(head.get("/plans").page().text()).contains("Sign in");
    assertThat(signedIn(run("user", "reset", found.group(1))).said()).contains("/setting-up/");
    assertThat(signedIn(run("user", "disable", found.group(1))).said()).contains("Switched off");
    assertThat(signedIn(run("user", "enable", found.group(1))).said()).contains("Switched on");
  }

  private void whatIsOverdueIsListedWithoutNames(DemoProcess demo) throws Exception {
    var late = run("list-overdue").typing();
    assertThat(late.code()).as(late.said()).isIn(0, 3);
    assertThat(late.said()).containsAnyOf("Nothing is overdue.", "overdue.");
    assertThat(run("list-overdue", "--json").typing().said()).contains("[");
    for (var each : demo.world().signIns()) {
      assertThat(late.said()).doesNotContain(each.username());
    }
  }

  private void keysAreRotatedHoweverOftenItIsKilled(DemoProcess demo) throws Exception {
    var chance = new SplittableRandom();
    var head = demo.signedIn("ROUND_OWNER");
    for (int kill = 0; kill < 5; kill++) {
      var process = run("rotate-keys").start(administrator.username(), administrator.password());
      Pauses.of(Duration.ofMillis(2_000 + chance.nextInt(6_000)));
      process.destroyForcibly().waitFor();
      assertThat(head.get("/engagement/rounds").status()).isEqualTo(200);
    }
    var done = signedIn(run("rotate-keys", "--json"));

    assertThat(done.code()).as(done.said()).isZero();
    var values = SealedValues.of(settings(), keys());
    assertThat(values.shut()).isEmpty();
    assertThat(values.old()).isZero();
    assertThat(values.opened())
        .contains(
            "access.user_account.name",
            "engagement.session.class_code",
            "contexts.picture.content");
    assertThat(head.get("/engagement/rounds").status()).isEqualTo(200);
    assertThat(demo.signedIn("SAFEGUARDING_LEAD").get("/concerns").status()).isEqualTo(200);
  }

  /// CR-05: the bytes of the key-encryption key, of the data key and of the deriving key, each in
  /// three writings; and that they would be found.
  private void noKeyIsInTheDatabaseTheLogOrTheEnvironment(DemoProcess demo) throws Exception {
    var secrets = KeyBytes.of(data.resolve("keys/installation.key"));
    var directory = new DataDirectory(data);

    assertThat(secrets).hasSize(9);
    assertThat(directory.places(secrets, file -> !file.startsWith(data.resolve("keys")))).isEmpty();
    for (var process : new ProcessHandle[] {demo.process().toHandle(), demo.database()}) {
      for (String of : List.of("environ", "cmdline")) {
        String text = DataDirectory.text(Path.of("/proc/" + process.pid() + "/" + of));
        assertThat(secrets).as(of).noneMatch(text::contains);
      }
    }
    String log = Files.readString(DemoProcess.log(data), StandardCharsets.ISO_8859_1);
    assertThat(secrets).noneMatch(log::contains);
    Files.write(data.resolve("planted"), secrets.getFirst().getBytes(StandardCharsets.ISO_8859_1));
    assertThat(directory.places(secrets, file -> file.endsWith("planted"))).isNotEmpty();
  }

  /// CR-07, while the sites go on with the key they know.
  private void aLostKeyComesBackFromTwoOfThreeCustodians(DemoProcess demo) throws Exception {
    Path shares = folder.resolve("shares");
    Path key = data.resolve("keys/installation.key");
    String[] two = {
      "--share=" + shares.resolve("share-3.txt"), "--share=" + shares.resolve("share-2.txt")
    };

    var split =
        signedIn(run("escrow", "split", "--custodians=Head,Manager,Chair", "--to=" + shares));
    assertThat(split.code()).as(split.said()).isZero();
    var drill = signedIn(run("escrow", "drill", two[0], two[1]));
    assertThat(drill.code()).as(drill.said()).isZero();
    String before = Files.readString(key);
    Files.delete(key);
    var recovered = run("escrow", "recover", two[0], two[1]).typing();

    assertThat(recovered.code()).as(recovered.said()).isZero();
    assertThat(key).hasContent(before);
    assertThat(demo.signedIn("SAFEGUARDING_LEAD").get("/concerns").status()).isEqualTo(200);
  }

  private DatabaseSettings settings() {
    return RunningPostgres.in(data, "sightline").orElseThrow();
  }

  private KeyRing keys() {
    return KeyRing.readOrMake(data.resolve("keys/installation.key"));
  }

  private Ended signedIn(Command command, String... more) throws Exception {
    var lines = new ArrayList<String>();
    lines.add(administrator.username());
    lines.add(administrator.password());
    lines.addAll(List.of(more));
    return command.typing(lines.toArray(String[]::new));
  }

  private Command run(String... arguments) {
    return new Command(arguments);
  }

  /// A command that is about to be run on this data.
  private final class Command {

    private final String[] arguments;

    Command(String... arguments) {
      this.arguments = Arrays.copyOf(arguments, arguments.length + 2);
      this.arguments[arguments.length] = "--data-dir";
      this.arguments[arguments.length + 1] = data.toString();
    }

    Process start(String... lines) throws IOException {
      var process = DemoProcess.run(folder.resolve("commands"), arguments);
      try (var to = process.getOutputStream()) {
        for (String line : lines) {
          to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      return process;
    }

    Ended typing(String... lines) throws Exception {
      var process = start(lines);
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      return new Ended(
          process.exitValue(), Files.readString(DemoProcess.log(folder.resolve("commands"))));
    }
  }
}
