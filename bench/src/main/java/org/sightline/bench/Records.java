package org.sightline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What row-level security, sealing and the audit cost on reading records of people.
/// `RecordsCostTest` measures it inside the application, since the same query without them is one
/// no page asks; `bin/bench` runs that first, and this shows its table.
@Command(name = "records", mixinStandardHelpOptions = true)
final class Records implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  Records() {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    out.println(
        "| reading | plain ms | with security and sealing ms | with the audit too ms | ratio | ratio with the audit |");
    out.println("|---|---|---|---|---|---|");
    Files.readAllLines(Path.of("app/target/bench/records.md")).forEach(out::println);
    out.flush();
    return 0;
  }
}
