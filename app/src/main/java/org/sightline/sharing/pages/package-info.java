/// What the pages of sharing have in common: forms as they were filled in.
@NullMarked
package org.sightline.sharing.pages;

import org.jspecify.annotations.NullMarked;
