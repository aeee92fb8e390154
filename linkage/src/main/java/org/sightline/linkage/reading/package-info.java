/// Lists of any make become columns of small numbers: character sets, dialects, rows, spreadsheets,
/// refusals.
@NullMarked
package org.sightline.linkage.reading;

import org.jspecify.annotations.NullMarked;
