package org.sightline.engagement.keying;

import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.marks.SlipCode;

/// A sheet on its way to the printer. This is the only time the label and the code stand side by
// side:
/// whoever prints them keeps neither (practice.md, Slips and paper).
///
/// @param label printed on the sheet
/// @param slip printed on the slip, and only there
public record PrintedSheet(SheetLabel label, SlipCode slip) {}
