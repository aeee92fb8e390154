/// What young people mark, and the codes that let them take it back.
@org.springframework.modulith.NamedInterface("marks")
@NullMarked
package org.sightline.engagement.marks;

import org.jspecify.annotations.NullMarked;
