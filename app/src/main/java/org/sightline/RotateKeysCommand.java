package org.sightline;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.access.AdministratorsCode;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.KeyRing;
import org.sightline.store.KeyRotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "rotate-keys",
    description =
        "Changes every key while the application runs, seals everything anew and destroys the old keys: for the owner of the data directory with an administrator's one-time code. Whatever ends it, run it again: it goes on where it was.",
    mixinStandardHelpOptions = true)
final class RotateKeysCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Option(
      names = "--key-uri",
      paramLabel = "URI",
      description = "Moves the key-encryption key to a key-management system.")
  private @Nullable String keyUri;

  @Option(names = "--json", description = "Says what was done as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  RotateKeysCommand() {}

  @Override
  public Integer call() {
    installation.mustExist();
    if (keyUri != null) {
      KeyRing.refuseUnknown(keyUri);
    }
    var asking = OwnersCode.of(spec.commandLine(), installation.dataDirectory);
    try (var context =
        Running.beside(
            OwnersWork.class,
            installation.dataDirectory,
            installation.keys(),
            installation.given())) {
      var who =
          asking.signIn(installation.dataDirectory, context.getBean(AdministratorsCode.class));
      var processes = context.getBean(SystemProcesses.class);
      processes.change(who, new Act("store.key-rotation-begun", null, null, null), () -> true);
      var errors = spec.commandLine().getErr();
      var rotated =
          new KeyRotation(
                  context.getBean(KeyRing.class),
                  context.getBean(DatabaseSettings.class),
                  line -> {
                    errors.println(line);
                    errors.flush();
                  })
              .run(keyUri);
      processes.change(
          who,
          new Act("store.keys-rotated", null, null, "values=" + rotated.resealed()),
          () -> true);
      say(rotated);
      return 0;
    }
  }

  private void say(KeyRotation.Rotated rotated) {
    spec.commandLine()
        .getOut()
        .println(
            json
                ? JsonMapper.builder()
                    .build()
                    .writeValueAsString(
                        new TreeMap<>(
                            Map.of(
                                "columns", rotated.columns(),
                                "resealed", rotated.resealed(),
                                "shredded", rotated.shredded())))
                : "All keys are new: %d values in %d columns sealed anew. Copy the key files to their safe place now, in the place of the old ones, and take a backup: backups of before open with the old ones only. If custodians keep shares of the key, split it anew: theirs open nothing here any more."
                    .formatted(rotated.resealed(), rotated.columns()));
  }
}
