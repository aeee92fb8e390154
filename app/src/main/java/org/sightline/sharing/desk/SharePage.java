package org.sightline.sharing.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.sharing.Pathway;
import org.sightline.sharing.Share;
import org.sightline.web.Answers;

/// One share, with its words or the docket alone.
///
/// @param wordsOpen whether the reader may read more than the docket
/// @param seconds until when it can be taken back, in words, or `null`
/// @param decided how it came to go, or not, in words
/// @param mayAdd whether the reader wrote down a risk of harm and can add to it
/// @param files records that can be handed over as a file, by id
/// @param pathways of those who receive it, where they are written down
/// @param history every step, the newest first
public record SharePage(
    String id,
    String workspace,
    Share.Kind kind,
    Share.State state,
    String stateSaid,
    boolean mayAct,
    boolean mayAdd,
    boolean wordsOpen,
    Told told,
    @Nullable String seconds,
    @Nullable String decided,
    @Nullable String receipt,
    List<String> history,
    List<String> standards,
    String number,
    Map<String, String> files,
    List<Pathway> pathways,
    Answers form) {

  /// What is shared, in words; what is not known is `null`.
  public record Told(
      List<String> items,
      @Nullable String what,
      @Nullable String aboutKind,
      @Nullable String about,
      @Nullable String people,
      List<String> categories,
      List<String> flags,
      @Nullable String area,
      @Nullable String heldFor,
      @Nullable String purpose,
      @Nullable String work,
      @Nullable String changeReason,
      @Nullable String marking,
      @Nullable String owner,
      List<String> recipients,
      @Nullable String route,
      boolean protectedAddress) {}
}
