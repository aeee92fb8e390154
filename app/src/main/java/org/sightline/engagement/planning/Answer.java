package org.sightline.engagement.planning;

import java.time.LocalDate;
import org.sightline.kernel.UserId;

/// What somebody answered while setting up a session, in their words.
///
/// @param text never blank: an answer that was taken back is no answer
public record Answer(String text, LocalDate on, UserId by) {}
