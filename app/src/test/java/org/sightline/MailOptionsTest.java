package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MailOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "--mail-from=a@b.example, need --mail-server",
    "--mail-user=x, need --mail-server",
    "--mail-server=http://mail.example --mail-from=a@b.example, is not a mail server",
    "--mail-server=mail.example --mail-from=a@b.example, is not a mail server",
    "--mail-server=smtp://x:y@mail.example --mail-from=a@b.example, --mail-password-file",
    "--mail-server=smtp://mail.example, needs --mail-from",
    "--mail-server=smtp://mail.example --mail-from=nobody, needs --mail-from",
    "--mail-server=smtp://mail.example --mail-from=a@b.example --mail-user=x, go together",
    "--mail-server=smtp://mail.example --mail-from=a@b.example --mail-user=x"
        + " --mail-password-file=/nowhere/at/all, cannot be read"
  })
  void whatDoesNotFitTogetherIsRefusedWithASentence(String arguments, String sentence) {
    var options = parsed(arguments.split(" "));

    assertThatThrownBy(options::settings)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void withoutAServerNothingIsSetAndMailGoesIntoFiles() {
    assertThat(parsed().settings()).isEmpty();
  }

  @Test
  void aPasswordNeverGoesInTheClear(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("password"), "planted words\n");

    var settings =
        parsed(
                "--mail-server=smtp://mail.example",
                "--mail-from=sightline@school.example",
                "--mail-user=sightline",
                "--mail-password-file=" + file)
            .settings();

    assertThat(settings)
        .containsEntry("spring.mail.port", 587)
        .containsEntry("spring.mail.password", "planted words")
        .containsEntry("spring.mail.properties[mail.smtp.starttls.required]", "true")
        .containsEntry("sightline.mail.domain", "school.example");
  }

  private static MailOptions parsed(String... arguments) {
    var only = new Only();
    new CommandLine(only).parseArgs(arguments);
    return only.mail;
  }

  @Command
  private static final class Only {

    @CommandLine.Mixin private final MailOptions mail = new MailOptions();
  }
}
