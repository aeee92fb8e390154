/// What was agreed in pieces of work about people: actions with one accountable owner each, what
/// they answer, and how far they are (B05, B18, B20, B66, B68, B81). What an action answers is a
/// kind and a number; the feature that knows them says through [ActionTargets] who may see them.
@org.springframework.modulith.NamedInterface("agreed")
@NullMarked
package org.sightline.plans.agreed;

import org.jspecify.annotations.NullMarked;
