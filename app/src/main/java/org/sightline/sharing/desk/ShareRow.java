package org.sightline.sharing.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.sharing.Share;

/// A share in a list: its docket, nothing that names a young person.
///
/// @param to who receives it
/// @param state in words
/// @param receipt whether it arrived, in words, or `null`
public record ShareRow(
    String id,
    Share.Kind kind,
    String said,
    List<String> to,
    @Nullable String purpose,
    String by,
    String at,
    String state,
    @Nullable String receipt) {}
