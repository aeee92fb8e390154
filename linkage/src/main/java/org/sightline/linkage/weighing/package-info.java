/// What each level of agreement is worth: the model, its training, and the weight of a pair.
@NullMarked
package org.sightline.linkage.weighing;

import org.jspecify.annotations.NullMarked;
