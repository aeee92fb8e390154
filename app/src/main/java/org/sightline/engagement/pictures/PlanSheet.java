package org.sightline.engagement.pictures;

import org.jspecify.annotations.Nullable;
import org.sightline.web.Qr;

/// What makes one printed plan sheet different from the next: its label, and a QR code of it.
///
/// @param qr `null` where sheets are not photographed
public record PlanSheet(String label, @Nullable Qr qr) {}
