/// Places, schools, groups, online spaces and routes: things with records of their own.
@NullMarked
package org.sightline.contexts;

import org.jspecify.annotations.NullMarked;
