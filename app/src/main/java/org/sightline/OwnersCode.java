package org.sightline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.sightline.access.AdministratorsCode;
import org.sightline.kernel.SignedIn;
import picocli.CommandLine;

/// Who may work on users, keys and a restore by command: the operating system's owner of the data
/// directory, who is or has beside them an administrator with a one-time code. The name and the
/// code are asked for, one line each, and may come from a pipe. Nothing is asked by argument: those
/// can be read by others and stay in a shell's history.
final class OwnersCode {

  private final CommandLine command;
  private final BufferedReader input =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private OwnersCode(CommandLine command) {
    this.command = command;
  }

  /// Asks whoever is there.
  ///
  /// @throws IllegalStateException with a sentence when they may not
  static SignedIn ask(CommandLine command, Path dataDirectory, AdministratorsCode codes) {
    return of(command, dataDirectory).signIn(dataDirectory, codes);
  }

  /// For a command that asks for more than the code.
  ///
  /// @throws IllegalStateException with a sentence when the directory is another's
  static OwnersCode of(CommandLine command, Path dataDirectory) {
    requireOwner(dataDirectory);
    return new OwnersCode(command);
  }

  /// @throws IllegalStateException with a sentence when the directory is another's
  static void requireOwner(Path dataDirectory) {
    if (!Files.exists(dataDirectory)) {
      throw new IllegalStateException(
          "There is no installation in %s. Give its directory with --data-dir."
              .formatted(dataDirectory));
    }
    try {
      var owner = Files.getOwner(dataDirectory);
      if (!owner.equals(me())) {
        throw new IllegalStateException(
            "The data directory %s belongs to %s. Only its owner may do this: run it as %s."
                .formatted(dataDirectory, owner.getName(), owner.getName()));
      }
    } catch (IOException | UnsupportedOperationException unknown) {
      throw new IllegalStateException(
          "It cannot be found out whose the data directory %s is.".formatted(dataDirectory),
          unknown);
    }
  }

  /// For a directory that is not there yet, or not this command's: whoever makes it owns it.
  ///
  /// @throws IllegalStateException with a sentence when the directory is there and another's
  static OwnersCode beforeThere(CommandLine command, Path dataDirectory) {
    if (Files.exists(dataDirectory)) {
      requireOwner(dataDirectory);
    }
    return new OwnersCode(command);
  }

  SignedIn signIn(Path dataDirectory, AdministratorsCode codes) {
    return signIn(DemonstrationMark.isThere(dataDirectory), codes);
  }

  /// @param invented whether it is a demonstration, where a password stands for the code
  SignedIn signIn(boolean invented, AdministratorsCode codes) {
    String username = line("Sign-in name of an administrator");
    String shown = line(invented ? "Password (this is a demonstration)" : "One-time code");
    var who = invented ? codes.checkPassword(username, shown) : codes.check(username, shown);
    return who.orElseThrow(
        () ->
            new Wrong(
                "That was not the sign-in name of an administrator with a code that is good now. Each code is taken once; after five wrong ones none is taken for fifteen minutes."));
  }

  /// What somebody types after these words.
  String line(String words) {
    try {
      command.getErr().print(words + ": ");
      command.getErr().flush();
      String typed = input.readLine();
      if (typed == null) {
        throw new IllegalStateException(words + " was asked for, and nothing came.");
      }
      return typed.strip();
    } catch (IOException closed) {
      throw new IllegalStateException(words + " could not be read.", closed);
    }
  }

  void say(@Nullable String sentence) {
    command.getErr().println(sentence);
  }

  /// A name or a code that was not right.
  static final class Wrong extends IllegalStateException {

    private Wrong(String sentence) {
      super(sentence);
    }
  }

  /// Whoever makes a file owns it.
  private static UserPrincipal me() throws IOException {
    Path mine = Files.createTempFile("sightline", "");
    try {
      return Files.getOwner(mine);
    } finally {
      Files.delete(mine);
    }
  }
}
