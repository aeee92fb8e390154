package org.sightline.engagement.keying;

import org.sightline.engagement.marks.SheetLabel;
import org.sightline.kernel.UserId;

/// A sheet as one person keyed it.
///
/// @param version counts the saves, so that nobody overwrites what they have not seen
record KeyedSheet(SheetLabel label, Pass pass, UserId keyedBy, int version, Reading reading) {}
