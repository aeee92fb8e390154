package org.sightline.linkage.blocking;

import java.io.Serializable;

/// What one share tells the others before pairs are compared.
///
/// @param pairs how many pairs its whole blocks have
/// @param places the rows in its large blocks, each with its place there in the lower half
public record Survey(int rule, long pairs, long largeBlocks, long[] places)
    implements Serializable {}
