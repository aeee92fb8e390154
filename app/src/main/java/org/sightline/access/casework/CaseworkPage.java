package org.sightline.access.casework;

import java.util.List;
import org.sightline.access.PieceOfWork;

/// The pieces of work somebody is in.
public record CaseworkPage(List<PieceOfWork> pieces, boolean mayOpen) {}
