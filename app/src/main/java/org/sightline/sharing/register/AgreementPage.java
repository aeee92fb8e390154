package org.sightline.sharing.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// One agreement: what it says, its versions, and what was done with them.
///
/// @param startable whether a version can be asked into force
/// @param asked who waits for a second person, in words, or `null`
/// @param mayActivate whether the reader can be that second person
/// @param stoppable whether it is in force
/// @param returnable until when it can be taken back that it ended, in words, or `null`
public record AgreementPage(
    RegisterPage.Row row,
    List<Said> versions,
    List<String> history,
    boolean keeps,
    boolean startable,
    @Nullable String asked,
    boolean mayActivate,
    boolean stoppable,
    boolean endable,
    @Nullable String returnable,
    Answers form) {

  /// A version in full.
  ///
  /// @param by who wrote it and when, in words
  /// @param from its first day, or its first and last, in words
  public record Said(
      int number,
      UUID id,
      String title,
      String by,
      String from,
      String review,
      String owner,
      String document,
      @Nullable String standards,
      String basis,
      List<String> purposes,
      List<String> categories,
      List<String> parties,
      List<String> restrictions,
      boolean holds) {}
}
