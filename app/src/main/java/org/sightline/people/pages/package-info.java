/// What the pages about people share: how they are said, and the forms of a person and a statement.
@NullMarked
package org.sightline.people.pages;

import org.jspecify.annotations.NullMarked;
