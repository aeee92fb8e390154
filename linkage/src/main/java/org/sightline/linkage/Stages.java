package org.sightline.linkage;

/// Where in a run each stage begins, as shares of the time of the whole, so that the time that is
/// left can be told. Up to making people they are those measured on a million rows
/// (bench/README.md, Linkage); that counting and writing take a third of the whole is an estimate.
public final class Stages {

  public static final double READING = 0;
  public static final double CLEANING = 0.10;
  public static final double FINDING = 0.17;
  public static final double COMPARING = 0.18;
  public static final double LEARNING = 0.46;
  public static final double WEIGHING = 0.51;
  public static final double PEOPLE = 0.56;
  public static final double COUNTING = 0.65;
  public static final double WRITING = 0.70;
  public static final double PAIRS_WRITTEN = 0.98;
  public static final double PEOPLE_WRITTEN = 0.80;

  private Stages() {}

  /// How far a run is when so much of a stage is done.
  public static double within(double from, double to, long done, long all) {
    return from + (to - from) * Math.min(done, all) / Math.max(1, all);
  }
}
