package org.sightline.concerns.raising;

/// The receipt of one concern.
///
/// @param sentence that it was passed on, when, to whom, under which receipt
/// @param danger what to do now where somebody may be in danger, or empty
/// @param readHere whether anybody at the school reads it
public record ReceiptPage(String sentence, String danger, boolean readHere) {}
