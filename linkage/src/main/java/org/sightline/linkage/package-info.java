/// The record-linkage engine: which records on several agencies' lists are the same person.
///
/// It knows fields, not people: no Spring, no database, and no way to log a value.
@NullMarked
package org.sightline.linkage;

import org.jspecify.annotations.NullMarked;
