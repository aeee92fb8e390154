/// Page machinery: the two sites and their headers, the shell around every page, words, errors, and
/// the declaration of who may open a journey.
@NullMarked
package org.sightline.web;

import org.jspecify.annotations.NullMarked;
