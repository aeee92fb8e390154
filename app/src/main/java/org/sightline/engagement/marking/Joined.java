package org.sightline.engagement.marking;

import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.Seat;

/// Somebody who has joined a session that is open.
record Joined(Seat seat, OpenSheet sheet) {}
