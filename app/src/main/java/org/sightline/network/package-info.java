/// Peer-group, group and incident maps in which every line carries its evidence.
@NullMarked
package org.sightline.network;

import org.jspecify.annotations.NullMarked;
