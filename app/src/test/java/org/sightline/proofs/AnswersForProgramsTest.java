package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.BackupCase;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// What a command answers can be read by a program: the standard output holds the answer and
/// nothing else, and no log stands between the sentences for people either.
@Tag("long")
@SightlineTest
class AnswersForProgramsTest {

  @TempDir private Path folder;
  @Autowired private DatabaseSettings database;

  private BackupCase kit;

  private record Said(String out, String errors) {}

  @Test
  void theAnswerStandsAlone() throws Exception {
    kit = new BackupCase(folder, database);
    Path file = folder.resolve("a.backup");
    assertThat(kit.backup(file).code()).isZero();

    var verified =
        said(
            "verify-backup",
            file.toString(),
            "--json",
            "--private-key=" + kit.privateKey,
            "--key-file=" + kit.keyFile);
    var answer = JsonMapper.shared().readTree(verified.out());
    assertThat(answer.get("wrong").size()).as(verified.out()).isZero();
    assertThat(verified.errors())
        .contains("Reading ")
        .doesNotContain("Migrating", " INFO ", " WARN ");

    var late = said(given("list-overdue", "--json"));
    assertThat(JsonMapper.shared().readTree(late.out()).isArray()).as(late.out()).isTrue();
    assertThat(late.errors()).doesNotContain(" INFO ", " WARN ");

    var audit = said(given("verify-audit"));
    assertThat(audit.out()).startsWith("The audit is whole: ").hasLineCount(1);
  }

  private String[] given(String... words) {
    String name = kit.source().queryForObject("select current_database()", String.class);
    return Stream.of(List.of(words), List.of(kit.given(name)), List.of("--key-file=" + kit.keyFile))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  private Said said(String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    var process =
        DemoProcess.command(arguments)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Said(Files.readString(out), Files.readString(errors));
  }
}
