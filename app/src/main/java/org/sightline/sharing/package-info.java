/// Agreements and purposes: what may leave an agency, for what, to whom.
///
/// The register ([Agreements], [Organisations]) says what is agreed; the desk ([Shares]) checks it
/// at the moment of sharing ([Check]) and writes down what went, what did not, and why. A feature
/// says what of its work can be shared by implementing [SharedWork]; who received a record is asked
/// of [Recipients]. The pages lie in the sub-packages.
@NullMarked
package org.sightline.sharing;

import org.jspecify.annotations.NullMarked;
