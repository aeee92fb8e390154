package org.sightline.linkage.weighing;

import org.sightline.linkage.Progress;
import org.sightline.linkage.Workers;
import org.sightline.linkage.blocking.Apart;
import org.sightline.linkage.blocking.Rules;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Names;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.comparing.Patterns;

/// Where pairs are found and compared: on this machine or on many, with the same answer to the last
/// pair.
public interface Pairing {

  Paired pair(Task task);

  /// @param learns whether a model is to be learned from samples
  record Task(
      Records records,
      Patterns patterns,
      Rules rules,
      Nicknames nicknames,
      Names names,
      Apart apart,
      boolean learns,
      Workers workers,
      Progress progress) {}

  /// @param largeBlocks how many blocks were too large to be compared whole
  record Paired(Comparing compared, Samples samples, long largeBlocks, long rowsInLargeBlocks) {}
}
