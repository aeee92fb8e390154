/// What a heading means and what a value comes to before two of them are compared.
@NullMarked
package org.sightline.linkage.cleaning;

import org.jspecify.annotations.NullMarked;
