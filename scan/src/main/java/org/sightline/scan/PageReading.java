package org.sightline.scan;

import java.nio.file.Path;

/// What came of one page of one file.
///
/// @param page counted from 1
/// @param of how many pages the file has
public record PageReading(Path file, int page, int of, SheetReading reading) {}
