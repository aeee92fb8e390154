package org.sightline.plans.library;

import java.util.List;
import java.util.Map;
import org.sightline.plans.Measure;

/// The library of measures, by kind.
///
/// @param kind the one kind shown, or empty for all
public record LibraryPage(
    String school,
    boolean mayWrite,
    String question,
    Map<String, String> kinds,
    String kind,
    Map<String, List<Measure>> measures,
    List<Measure> retired) {}
