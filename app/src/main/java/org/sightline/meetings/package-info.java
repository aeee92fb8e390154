/// Multi-agency planning meetings for young people who display harmful sexual behaviour.
@NullMarked
package org.sightline.meetings;

import org.jspecify.annotations.NullMarked;
