package org.sightline.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys a key-encryption key wraps, as they are at one moment.
///
/// @param sealing one key, or while keys are being changed the old and the new
/// @param deriving what everything named follows from: blind indexes, passwords of database roles
/// @param trees the records' own keys; the newest last
/// @param shredded the leaves that are gone from every tree, and stay gone from the next
record KeySet(
    KeysetHandle sealing, KeysetHandle deriving, List<RecordTree> trees, Set<Long> shredded) {

  private static final SecureRandom RANDOM = new SecureRandom();

  KeySet {
    trees = List.copyOf(trees);
    shredded = Set.copyOf(shredded);
  }

  static KeySet made() throws GeneralSecurityException {
    return made(
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
        KeysetHandle.generateNew(
            HkdfPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HkdfPrfParameters.HashType.SHA256)
                .build()));
  }

  static KeySet made(KeysetHandle sealing, KeysetHandle deriving) {
    return new KeySet(sealing, deriving, List.of(newTree(Set.of())), Set.of());
  }

  Aead aead() throws GeneralSecurityException {
    return sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  PrfSet prf() throws GeneralSecurityException {
    return deriving.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
  }

  int primary() {
    return sealing.getPrimary().getId();
  }

  RecordTree tree() {
    return trees.getLast();
  }

  /// Whether old keys are still there for values that have not been sealed anew yet.
  boolean isChanging() {
    return sealing.size() > 1 || trees.size() > 1;
  }

  KeySet without(long leaf) {
    var gone = new HashSet<>(shredded);
    gone.add(leaf);
    return new KeySet(
        sealing, deriving, trees.stream().map(tree -> tree.without(List.of(leaf))).toList(), gone);
  }

  /// With a new key to seal with, and the old ones to open with.
  KeySet withNewKeys() throws GeneralSecurityException {
    var both =
        KeysetHandle.newBuilder(sealing)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary())
            .build();
    var grown = new ArrayList<>(trees);
    grown.add(newTree(shredded));
    return new KeySet(both, deriving, grown, shredded);
  }

  KeySet withoutOldKeys() throws GeneralSecurityException {
    var builder = KeysetHandle.newBuilder(sealing);
    for (int i = builder.size() - 1; i >= 0; i--) {
      if (!builder.getAt(i).isPrimary()) {
        builder.deleteAt(i);
      }
    }
    return new KeySet(builder.build(), deriving, List.of(tree()), shredded);
  }

  private static RecordTree newTree(Set<Long> shredded) {
    byte[] seed = new byte[32];
    RANDOM.nextBytes(seed);
    return RecordTree.grown(RANDOM.nextInt(Integer.MAX_VALUE), seed).without(shredded);
  }

  /// As lines of a file, each wrapped. The trees may grow long, and a key-management system wraps
  /// keys and not files: they are sealed under a key made for this writing, and that is wrapped.
  String wrapped(Aead by) throws GeneralSecurityException {
    var once = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    byte[] records =
        once.getPrimitive(RegistryConfiguration.get(), Aead.class)
            .encrypt(printed().getBytes(StandardCharsets.UTF_8), bytes("records"));
    return Stream.of(
            "sealing " + wrapped(sealing, by, "sealing"),
            "deriving " + wrapped(deriving, by, "deriving"),
            "records " + wrapped(once, by, "records"),
            "trees " + Base64.getEncoder().encodeToString(records))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// @throws GeneralSecurityException when another key wrapped them, or they were altered
  static KeySet unwrapped(String text, Aead by) throws GeneralSecurityException, IOException {
    List<String> lines = text.lines().toList();
    if (lines.size() != 4) {
      throw new IOException("it does not hold three keys");
    }
    byte[] records =
        handle(lines.get(2), by, "records")
            .getPrimitive(RegistryConfiguration.get(), Aead.class)
            .decrypt(
                Base64.getDecoder().decode(lines.get(3).replaceFirst("^trees ", "")),
                bytes("records"));
    List<String> printed = new String(records, StandardCharsets.UTF_8).lines().toList();
    return new KeySet(
        handle(lines.get(0), by, "sealing"),
        handle(lines.get(1), by, "deriving"),
        printed.stream().skip(1).map(RecordTree::parse).toList(),
        Stream.of(printed.getFirst().split(","))
            .filter(each -> !each.isEmpty())
            .map(Long::valueOf)
            .collect(Collectors.toSet()));
  }

  @Override
  public String toString() {
    return "KeySet[" + sealing.size() + ", " + trees + "]";
  }

  private String printed() {
    return Stream.concat(
            Stream.of(shredded.stream().map(String::valueOf).collect(Collectors.joining(","))),
            trees.stream().map(RecordTree::printed))
        .collect(Collectors.joining("\n"));
  }

  private static KeysetHandle handle(String line, Aead by, String name)
      throws GeneralSecurityException, IOException {
    if (!line.startsWith(name + " ")) {
      throw new IOException("it does not hold three keys");
    }
    return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
        line.substring(name.length() + 1), by, bytes(name));
  }

  private static String wrapped(KeysetHandle handle, Aead by, String name)
      throws GeneralSecurityException {
    return oneLine(TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, by, bytes(name)));
  }

  static String inClear(KeysetHandle handle) throws GeneralSecurityException {
    return oneLine(
        TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
  }

  static KeysetHandle fromClear(String line) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(line, InsecureSecretKeyAccess.get());
  }

  private static String oneLine(String json) {
    return json.replaceAll("\\s*\\n\\s*", "");
  }

  private static byte[] bytes(String name) {
    return ("sightline " + name).getBytes(StandardCharsets.UTF_8);
  }
}
