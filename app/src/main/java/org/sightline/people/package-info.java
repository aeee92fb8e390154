/// People of concern to several agencies, visible through the workspaces that hold them.
@NullMarked
package org.sightline.people;

import org.jspecify.annotations.NullMarked;
