package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.engagement.marks.SlipCode.Reading;

class SlipCodeTest {

  private static final SessionTag TAG = new SessionTag("G4XC");

  private final SecureRandom random = new SecureRandom();

  @RepeatedTest(10)
  void catchesEveryWrongCharacterWhereverItIs() {
    var code = letters(SlipCode.random(random, TAG));
    for (int i = 0; i < code.length(); i++) {
      for (char wrong : CodeLetters.ALPHABET.toCharArray()) {
        if (wrong != code.charAt(i)) {
          var mistyped = code.substring(0, i) + wrong + code.substring(i + 1);
          assertThat(SlipCode.read(mistyped)).as(mistyped).isInstanceOf(Reading.CheckDiffers.class);
        }
      }
    }
  }

  @RepeatedTest(10)
  void catchesEveryTwoNeighboursThatChangedPlaces() {
    var code = letters(SlipCode.random(random, TAG));
    for (int i = 0; i + 1 < code.length(); i++) {
      if (code.charAt(i) != code.charAt(i + 1)) {
        assertThat(SlipCode.read(swapped(code, i, i + 1))).isInstanceOf(Reading.CheckDiffers.class);
      }
    }
  }

  @RepeatedTest(10)
  void catchesAnyTwoThatChangedPlaces() {
    var code = letters(SlipCode.random(random, TAG));
    for (int i = 0; i < code.length(); i++) {
      for (int j = i + 1; j < code.length(); j++) {
        if (code.charAt(i) != code.charAt(j)) {
          assertThat(SlipCode.read(swapped(code, i, j))).isInstanceOf(Reading.CheckDiffers.class);
        }
      }
    }
  }

  @Test
  void namesTheCharacterThatOurCodesNeverUse() {
    var code = letters(SlipCode.random(random, TAG));

    assertThat(SlipCode.read("A" + code.substring(1)))
        .isEqualTo(new Reading.UnknownCharacter("A", 1));
    assertThat(SlipCode.read(code.substring(0, 8) + "-1-" + code.substring(9)))
        .isEqualTo(new Reading.UnknownCharacter("1", 9));
  }

  @Test
  void countsWhatIsMissingAndWhatIsTooMuch() {
    var code = letters(SlipCode.random(random, TAG));

    assertThat(SlipCode.read("")).isEqualTo(new Reading.WrongLength(0, 17));
    assertThat(SlipCode.read(code.substring(1))).isEqualTo(new Reading.WrongLength(16, 17));
    assertThat(SlipCode.read(code + "2")).isEqualTo(new Reading.WrongLength(18, 17));
    assertThat(SlipCode.read("2".repeat(10_000))).isInstanceOf(Reading.WrongLength.class);
  }

  @Test
  void readsWhatIsTypedKindly() {
    var code = SlipCode.random(random, TAG);
    var printed = code.printed();

    for (String typed :
        List.of(
            printed,
            printed.toLowerCase(),
            printed.replace("-", " "),
            printed.replace('-', '\u2013'),
            " " + printed.replace("-", "") + "\r\n",
            printed.replace('5', 'S').replace('8', 'b').replace('2', 'z'))) {
      assertThat(SlipCode.read(typed)).as("as typed").isEqualTo(new Reading.Correct(code));
    }
    assertThat(printed).matches("G4XC-.{4}-.{4}-.{4}-.");
    assertThat(code.tag()).isEqualTo(TAG);
  }

  @Test
  void neverShowsItselfInALog() {
    var code = SlipCode.random(random, TAG);

    assertThat(code.toString()).doesNotContain(letters(code)).doesNotContain("G4XC");
    assertThat(new Reading.Correct(code).toString()).doesNotContain(letters(code));
  }

  @Test
  void thousandsDifferAndUseEveryLetter() {
    var codes = new HashSet<String>();
    var used = new HashSet<Character>();
    for (int i = 0; i < 5_000; i++) {
      var code = letters(SlipCode.random(random, TAG));
      codes.add(code);
      for (char letter : code.toCharArray()) {
        used.add(letter);
      }
    }
    assertThat(codes).hasSize(5_000);
    assertThat(used).hasSize(CodeLetters.ALPHABET.length());
  }

  @Test
  void aTagIsFourOfOurLetters() {
    assertThatThrownBy(() -> new SessionTag("G4X")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SessionTag("G4XA")).isInstanceOf(IllegalArgumentException.class);
  }

  /// The device's own script makes codes and reads them as the server does.
  @Test
  void theScriptOfTheStudentSiteAgrees(@TempDir Path folder) throws Exception {
    assumeTrue(nodeIsThere(), "Skipped: there is no node on this machine");
    var typed = new ArrayList<String>();
    for (int i = 0; i < 200; i++) {
      var printed = SlipCode.random(random, TAG).printed();
      var code = printed.replace("-", "");
      int at = random.nextInt(code.length());
      typed.add(printed.toLowerCase());
      typed.add(code.substring(0, at) + CodeLetters.random(random, 1) + code.substring(at + 1));
      typed.add(code.substring(0, at) + code.substring(at + 1));
      typed.add(code.substring(0, at) + "e" + code.substring(at));
      typed.add(code.replace('5', 's').replace("2", " z"));
    }
    Path script = Path.of("src/main/resources/static/engagement/slip-code.js").toAbsolutePath();
    Files.copy(script, folder.resolve("slip-code.mjs"));
    Files.write(folder.resolve("typed.txt"), typed);
    Files.writeString(
        folder.resolve("check.mjs"),
        """
        import { readFileSync } from 'node:fs';
        import { printed, randomSlipCode, readSlipCode } from './slip-code.mjs';
        const says = (r) => r.code ? `correct ${r.code}` : r.unknown ? `unknown ${r.unknown} ${r.place}`
          : r.wanted ? `length ${r.found} ${r.wanted}` : 'differs';
        for (const line of readFileSync(new URL('typed.txt', import.meta.url), 'utf8').split('\\n').slice(0, -1)) {
          console.log(says(readSlipCode(line)));
        }
        for (let i = 0; i < 500; i++) console.log(printed(randomSlipCode('G4XC')));
        """);

    var said = run(folder, "node", "check.mjs");

    assertThat(said.subList(0, typed.size()))
        .isEqualTo(typed.stream().map(line -> says(SlipCode.read(line))).toList());
    assertThat(said.subList(typed.size(), said.size()))
        .hasSize(500)
        .allMatch(made -> SlipCode.read(made) instanceof Reading.Correct)
        .allMatch(made -> made.startsWith("G4XC-"));
  }

  private static String says(Reading reading) {
    return switch (reading) {
      case Reading.Correct correct -> "correct " + letters(correct.code());
      case Reading.UnknownCharacter unknown ->
          "unknown " + unknown.character() + " " + unknown.place();
      case Reading.WrongLength length -> "length " + length.found() + " " + length.wanted();
      case Reading.CheckDiffers differs -> "differs";
    };
  }

  private static boolean nodeIsThere() {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static List<String> run(Path folder, String... command) throws Exception {
    Path out = folder.resolve("out.txt");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(out);
  }

  private static String letters(SlipCode code) {
    return code.printed().replace("-", "");
  }

  private static String swapped(String code, int i, int j) {
    var letters = code.toCharArray();
    letters[i] = code.charAt(j);
    letters[j] = code.charAt(i);
    return new String(letters);
  }
}
