/// What a round may say and to whom: tallies, bands, tables and the rules of publishing. No
/// database here.
@org.springframework.modulith.NamedInterface("results")
@NullMarked
package org.sightline.engagement.results;

import org.jspecify.annotations.NullMarked;
