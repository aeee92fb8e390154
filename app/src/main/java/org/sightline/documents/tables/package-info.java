/// Lists and tables that people bring: a file in, rows of text or a refusal out.
@org.springframework.modulith.NamedInterface("tables")
@NullMarked
package org.sightline.documents.tables;

import org.jspecify.annotations.NullMarked;
