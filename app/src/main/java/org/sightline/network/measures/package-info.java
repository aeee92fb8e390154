/// What the shape of a picture says: who joins groups that would otherwise be apart, who is at the
/// edge, which groups it falls into. Answers are sets to be shown in the picture with a sentence
/// beside it, never an order and never a number beside a person (practice.md, The mapping meeting).
@org.springframework.modulith.NamedInterface("measures")
@NullMarked
package org.sightline.network.measures;

import org.jspecify.annotations.NullMarked;
