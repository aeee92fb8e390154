/// What the pages of plans share: how dates, outcomes and names are said.
@NullMarked
package org.sightline.plans.pages;

import org.jspecify.annotations.NullMarked;
