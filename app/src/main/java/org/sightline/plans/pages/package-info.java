/// What the pages of plans share: what was filled in, and how dates, outcomes and names are said.
@NullMarked
package org.sightline.plans.pages;

import org.jspecify.annotations.NullMarked;
