package org.sightline.linkage.spark;

import org.apache.spark.Partitioner;

/// One partition for each share, in the order of the shares.
final class ByShare extends Partitioner {

  private static final long serialVersionUID = 1;

  private final int shares;

  ByShare(int shares) {
    this.shares = shares;
  }

  @Override
  public int numPartitions() {
    return shares;
  }

  @Override
  public int getPartition(Object share) {
    return (Integer) share;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByShare that && that.shares == shares;
  }

  @Override
  public int hashCode() {
    return shares;
  }
}
