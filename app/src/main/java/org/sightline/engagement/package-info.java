/// Hotspot rounds in schools: sessions, marks, consent and results.
@NullMarked
package org.sightline.engagement;

import org.jspecify.annotations.NullMarked;
