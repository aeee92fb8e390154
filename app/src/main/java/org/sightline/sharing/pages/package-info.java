/// What the pages of sharing have in common: the way back, and a row of a summary.
@NullMarked
package org.sightline.sharing.pages;

import org.jspecify.annotations.NullMarked;
