package org.sightline.network.actions;

import java.util.List;

/// All actions of a piece of work, by their day.
///
/// @param review what their days propose for the review, in a sentence; empty when nothing
public record ActionsPage(
    Head head,
    List<ActionLine> open,
    List<ActionLine> closed,
    List<ActionLine> takenBack,
    String review) {}
