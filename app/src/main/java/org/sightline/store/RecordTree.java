package org.sightline.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keys for every record there will ever be, out of one seed, from which single ones can be taken
/// out for good.
///
/// A record's key is a leaf of a binary tree 64 levels deep: each node's two children follow from
/// it by HMAC-SHA-256, and never the other way round (the pseudo-random functions of Goldreich,
/// Goldwasser and Micali, 1986). To take out one leaf, the seeds above it are forgotten and its 64
/// neighbours on the way down are kept in their stead: every other key can still be made, and that
/// one never again. So a new record needs nothing written down, and an erased one leaves at most
/// two kilobytes.
///
/// @param version number of the seed, part of every value sealed under it
/// @param nodes the seeds that are left
record RecordTree(int version, Map<Node, byte[]> nodes) {

  static final int DEPTH = 64;

  private static final int SEED = 32;

  /// @param path the first `depth` bits of the way from the root, as a number
  record Node(int depth, long path) {

    Node child(int bit) {
      return new Node(depth + 1, path << 1 | bit);
    }
  }

  RecordTree {
    nodes = Collections.unmodifiableMap(nodes);
  }

  static RecordTree grown(int version, byte[] seed) {
    return new RecordTree(version, Map.of(new Node(0, 0), seed));
  }

  /// Whether the record's key can still be made.
  boolean holds(UUID record) {
    return above(nodes, place(record)).isPresent();
  }

  /// The 32 bytes that are this record's alone; empty when they were taken out.
  Optional<byte[]> leaf(UUID record) {
    return leaf(place(record));
  }

  /// The same tree without the record's leaf.
  RecordTree without(UUID record) {
    return without(List.of(place(record)));
  }

  RecordTree without(Collection<Long> places) {
    var left = new HashMap<>(nodes);
    places.forEach(place -> cut(left, place));
    return new RecordTree(version, left);
  }

  private static void cut(Map<Node, byte[]> left, long place) {
    var root = above(left, place);
    if (root.isEmpty()) {
      return;
    }
    var node = root.get();
    byte[] seed = left.getOrDefault(node, new byte[0]);
    left.remove(node);
    var mac = mac();
    while (node.depth() < DEPTH) {
      int bit = bit(place, node.depth());
      left.put(node.child(1 - bit), child(mac, seed, 1 - bit));
      seed = child(mac, seed, bit);
      node = node.child(bit);
    }
  }

  /// The number of a record's leaf.
  static long place(UUID record) {
    try {
      var id = ByteBuffer.allocate(16);
      id.putLong(record.getMostSignificantBits()).putLong(record.getLeastSignificantBits());
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(id.array())).getLong();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String printed() {
    var bytes = ByteBuffer.allocate(nodes.size() * (1 + Long.BYTES + SEED));
    nodes.forEach((node, seed) -> bytes.put((byte) node.depth()).putLong(node.path()).put(seed));
    return version + "=" + Base64.getEncoder().encodeToString(bytes.array());
  }

  static RecordTree parse(String printed) {
    String[] parts = printed.split("=", 2);
    if (parts[1].indexOf(':') >= 0) {
      return parseSpelledOut(parts[0], parts[1]);
    }
    var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
    var nodes = new HashMap<Node, byte[]>();
    while (bytes.hasRemaining()) {
      var node = new Node(bytes.get(), bytes.getLong());
      byte[] seed = new byte[SEED];
      bytes.get(seed);
      nodes.put(node, seed);
    }
    return new RecordTree(Integer.parseInt(parts[0]), nodes);
  }

  /// As the first builds wrote trees: depth, path and seed in hexadecimal.
  private static RecordTree parseSpelledOut(String version, String nodes) {
    var parsed = new HashMap<Node, byte[]>();
    for (String each : nodes.split(",")) {
      String[] node = each.split(":", 3);
      parsed.put(
          new Node(Integer.parseInt(node[0]), Long.parseUnsignedLong(node[1], 16)),
          HexFormat.of().parseHex(node[2]));
    }
    return new RecordTree(Integer.parseInt(version), parsed);
  }

  @Override
  public String toString() {
    return "RecordTree[" + version + "]";
  }

  private Optional<byte[]> leaf(long place) {
    return above(nodes, place)
        .map(
            node -> {
              byte[] seed = nodes.getOrDefault(node, new byte[0]);
              var mac = mac();
              for (int depth = node.depth(); depth < DEPTH; depth++) {
                seed = child(mac, seed, bit(place, depth));
              }
              return seed;
            });
  }

  private static Optional<Node> above(Map<Node, byte[]> nodes, long place) {
    for (int depth = 0; depth <= DEPTH; depth++) {
      var node = new Node(depth, depth == 0 ? 0 : place >>> (DEPTH - depth));
      if (nodes.containsKey(node)) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  private static int bit(long place, int depth) {
    return (int) (place >>> (DEPTH - 1 - depth)) & 1;
  }

  /// One for the whole way down: looking one up costs as much as using it.
  private static Mac mac() {
    try {
      return Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] child(Mac mac, byte[] seed, int bit) {
    try {
      mac.init(new SecretKeySpec(seed, "HmacSHA256"));
      return mac.doFinal(new byte[] {(byte) bit});
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
