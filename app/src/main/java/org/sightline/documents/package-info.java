/// Paper and files: PDF, QR codes, CSV and outgoing mail.
@NullMarked
package org.sightline.documents;

import org.jspecify.annotations.NullMarked;
