/// The column register (RR-10), held against the database it describes.
@NullMarked
package org.sightline.register;

import org.jspecify.annotations.NullMarked;
