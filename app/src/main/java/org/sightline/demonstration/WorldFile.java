package org.sightline.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `demo.json`: the addresses, sign-ins, class codes and slip codes of a demonstration, for people
/// who try it and programs that drive it.
///
/// @param demonstration always true
public record WorldFile(
    boolean demonstration,
    String staffUrl,
    String studentUrl,
    List<SignInEntry> signIns,
    List<SessionEntry> sessions,
    List<SlipEntry> slips) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public WorldFile {
    signIns = List.copyOf(signIns);
    sessions = List.copyOf(sessions);
    slips = List.copyOf(slips);
  }

  public record SignInEntry(String name, String role, String username, String password) {}

  /// @param state `planned`, `open` or `closed`
  public record SessionEntry(String id, String classCode, String state) {

    SessionEntry inState(String now) {
      return new SessionEntry(id, classCode, now);
    }
  }

  /// @param state `usable` until its last day unless it is `withdrawn`, and `expired` from then on
  public record SlipEntry(String session, String code, String state) {

    SlipEntry inState(String now) {
      return new SlipEntry(session, code, now);
    }
  }

  static WorldFile read(Path directory) {
    return JSON.readValue(directory.resolve("demo.json").toFile(), WorldFile.class);
  }

  void write(Path directory) {
    try {
      Path unfinished = directory.resolve("demo.json.new");
      Files.writeString(unfinished, JSON.writeValueAsString(this));
      Files.move(unfinished, directory.resolve("demo.json"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("demo.json could not be written", unwritable);
    }
  }

  WorldFile at(String newStaffUrl, String newStudentUrl) {
    return new WorldFile(true, newStaffUrl, newStudentUrl, signIns, sessions, slips);
  }

  WorldFile with(List<SessionEntry> newSessions, List<SlipEntry> newSlips) {
    return new WorldFile(demonstration, staffUrl, studentUrl, signIns, newSessions, newSlips);
  }

  /// What to tell the person who started it.
  String summary() {
    var text = new StringBuilder();
    text.append("%nStaff site:    %s%nStudent site:  %s%n%n".formatted(staffUrl, studentUrl));
    for (SignInEntry signIn : signIns) {
      text.append(
          "  %-20s %-22s %s%n".formatted(signIn.role(), signIn.username(), signIn.password()));
    }
    sessions.stream()
        .filter(session -> session.state().equals("open"))
        .forEach(
            open ->
                text.append(
                    "%nA session is open. Its class code: %s%nTo try its page Read a pile, drop pile.pdf, which lies beside demo.json.%n"
                        .formatted(open.classCode())));
    text.append("%nEverything here is invented. Stop with Ctrl-C.".formatted());
    return text.toString();
  }
}
