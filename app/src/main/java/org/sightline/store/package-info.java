/// The database: its start, its sealing and who may see which row.
@NullMarked
package org.sightline.store;

import org.jspecify.annotations.NullMarked;
