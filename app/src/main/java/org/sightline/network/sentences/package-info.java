/// A map in words: each line is one sentence, and the sentences are the narrative (B91). What a
/// screen reader, a table and the minutes say.
@org.springframework.modulith.NamedInterface("sentences")
@NullMarked
package org.sightline.network.sentences;

import org.jspecify.annotations.NullMarked;
