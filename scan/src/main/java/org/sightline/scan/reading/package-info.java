/// Reads pictures of sheets: finds the markers, straightens the page and judges what was coloured.
/// Runs in a process of its own.
@NullMarked
package org.sightline.scan.reading;

import org.jspecify.annotations.NullMarked;
