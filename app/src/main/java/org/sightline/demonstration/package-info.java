/// The invented world: a school, its people, one finished round and one in progress. The same seed
/// makes the same world.
@NullMarked
package org.sightline.demonstration;

import org.jspecify.annotations.NullMarked;
