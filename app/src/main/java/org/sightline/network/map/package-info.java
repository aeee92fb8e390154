/// The map of a piece of work as a value: who and what is on it, the lines, and what every line
/// rests on. It is a log of edits folded into a picture; nothing here knows of a database or a
/// page.
@org.springframework.modulith.NamedInterface("map")
@NullMarked
package org.sightline.network.map;

import org.jspecify.annotations.NullMarked;
