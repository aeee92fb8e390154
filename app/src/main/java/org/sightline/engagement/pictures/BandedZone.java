package org.sightline.engagement.pictures;

/// A zone with its band.
public record BandedZone(ZoneShape zone, Band band) {}
