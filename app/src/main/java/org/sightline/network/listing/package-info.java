/// The list of whom a session is about, which its guests get a week before (B61). It leaves by the
/// sharing desk and by nothing around it.
@NullMarked
package org.sightline.network.listing;

import org.jspecify.annotations.NullMarked;
