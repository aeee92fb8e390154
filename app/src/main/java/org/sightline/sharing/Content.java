package org.sightline.sharing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is shared, about whom, to whom, what for and how, as far as it is known: [Check] says what
/// is missing.
///
/// @param heldFor the purpose it was gathered for
/// @param purpose the one purpose it is shared for (C01)
/// @param words what names somebody; `null` where the reader may see the docket only
/// @param protectedAddress it holds an address that must be kept secret (EX-08)
/// @param unsafeToInform it is not known to be safe that the family learns of it (EX-09)
/// @param people how many people it is about, or `null` while nobody has said
/// @param flags which of the flags of all of us stand in it, whatever the codes there are (E44)
public record Content(
    @Nullable Purpose heldFor,
    @Nullable Purpose purpose,
    @Nullable Marking marking,
    @Nullable AboutKind about,
    Set<Category> categories,
    List<Item> items,
    List<Recipient> recipients,
    @Nullable HandOver route,
    boolean protectedAddress,
    boolean unsafeToInform,
    @Nullable Texts words,
    @Nullable Integer people,
    Set<CommonFlag> flags) {

  /// A copy about more people than this takes a second person (AC-12).
  public static final int MANY = 50;

  public Content {
    categories = Set.copyOf(categories);
    items = List.copyOf(items);
    recipients = List.copyOf(recipients);
    flags = Set.copyOf(flags);
  }

  /// The same without a flag in it.
  public Content(
      @Nullable Purpose heldFor,
      @Nullable Purpose purpose,
      @Nullable Marking marking,
      @Nullable AboutKind about,
      Set<Category> categories,
      List<Item> items,
      List<Recipient> recipients,
      @Nullable HandOver route,
      boolean protectedAddress,
      boolean unsafeToInform,
      @Nullable Texts words,
      @Nullable Integer people) {
    this(
        heldFor,
        purpose,
        marking,
        about,
        categories,
        items,
        recipients,
        route,
        protectedAddress,
        unsafeToInform,
        words,
        people,
        Set.of());
  }

  /// A record that goes along.
  ///
  /// @param title what it was called then
  public record Item(UUID record, String kind, String title) {}

  /// @param what in words, beside the items
  /// @param about whom or what
  /// @param owner who answers for what is shared (H08)
  /// @param area which part of town, for restrictions (E42)
  /// @param changeReason why it now serves another purpose
  public record Texts(
      @Nullable String what,
      @Nullable String about,
      @Nullable String owner,
      @Nullable String area,
      @Nullable String changeReason) {

    static final Texts NONE = new Texts(null, null, null, null, null);
  }

  Texts texts() {
    return words == null ? Texts.NONE : words;
  }

  /// Whether it serves another purpose than the one it was gathered for.
  public boolean changesPurpose() {
    return heldFor != null && purpose != null && heldFor != purpose;
  }

  /// Whether a second person has to agree before it goes (AC-12).
  public boolean takesTwo() {
    return people != null && people > MANY;
  }

  Content withPeople(int counted) {
    return new Content(
        heldFor,
        purpose,
        marking,
        about,
        categories,
        items,
        recipients,
        route,
        protectedAddress,
        unsafeToInform,
        words,
        counted,
        flags);
  }

  Content withoutRecipients() {
    return new Content(
        heldFor,
        purpose,
        marking,
        about,
        categories,
        items,
        List.of(),
        route,
        protectedAddress,
        unsafeToInform,
        words,
        people,
        flags);
  }

  /// Some words only: what was told to whom.
  static Content told(@Nullable String what, List<Recipient> to, @Nullable HandOver route) {
    return new Content(
        null,
        null,
        null,
        null,
        Set.of(),
        List.of(),
        to,
        route,
        false,
        false,
        new Texts(what, null, null, null, null),
        null);
  }
}
