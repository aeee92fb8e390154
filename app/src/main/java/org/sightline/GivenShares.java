package org.sightline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sightline.store.EscrowShare;
import picocli.CommandLine.Option;

/// The two shares two custodians have brought.
final class GivenShares {

  @Option(
      names = "--share",
      paramLabel = "FILE",
      required = true,
      description =
          "A custodian's share: its file, or one into which the four lines of the page were typed. Give two.")
  private List<Path> files = new ArrayList<>();

  private List<EscrowShare> shares = List.of();

  /// @throws IllegalStateException with a sentence when they are not two, or one is damaged
  void read() {
    if (files.size() != 2) {
      throw new IllegalStateException(
          "Two shares are needed, each with --share; %s given."
              .formatted(files.size() == 1 ? "one was" : files.size() + " were"));
    }
    shares = files.stream().map(EscrowShare::read).toList();
  }

  EscrowShare one() {
    return shares.get(0);
  }

  EscrowShare other() {
    return shares.get(1);
  }

  /// Which they are, as in "Share 1 (harbour) and share 3 (walnut) of 2026-11-22".
  String named() {
    return "Share %d (%s) and share %d (%s) of %s"
        .formatted(
            one().number(), one().checkWord(), other().number(), other().checkWord(), one().on());
  }
}
