/// Invented sheets: printed, coloured as children do and spoilt as scanners and telephones do. The
/// truth is kept. The same seed makes the same pictures.
@NullMarked
package org.sightline.scan.classroom;

import org.jspecify.annotations.NullMarked;
