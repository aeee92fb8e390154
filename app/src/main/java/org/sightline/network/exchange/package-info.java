/// Pictures from other programs, and for them: a file in, people and lines or a refusal for every
/// row out; and the other way round.
@org.springframework.modulith.NamedInterface("exchange")
@NullMarked
package org.sightline.network.exchange;

import org.jspecify.annotations.NullMarked;
