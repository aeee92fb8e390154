/// Proofs over the whole product: what issue 2 promises in its fourth and fifth section.
@org.jspecify.annotations.NullMarked
package org.sightline.proofs;
