package org.sightline.linkage;

/// Hears how far a run has come, from any thread.
public interface Progress {

  /// @param doing what is being done, in words
  /// @param done between 0 and 1, of the whole run
  void at(String doing, double done);

  static Progress none() {
    return (doing, done) -> {};
  }
}
