/// Load drivers and generators that put the application to the proof; see `bench/README.md`.
@NullMarked
package org.sightline.bench;

import org.jspecify.annotations.NullMarked;
