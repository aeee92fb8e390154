/// The linkage engine on Apache Spark: keys are exploded, shuffled and their blocks compared on
/// many machines, by the kernel that compares on one; lists are read and people made by the driver.
@NullMarked
package org.sightline.linkage.spark;

import org.jspecify.annotations.NullMarked;
