package org.sightline.scan;

import java.nio.file.Path;

/// What came of one page of one file.
///
/// @param page counted from 1
public record PageReading(Path file, int page, SheetReading reading) {}
