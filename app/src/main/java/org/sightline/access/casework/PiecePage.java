package org.sightline.access.casework;

import java.util.List;
import java.util.Map;
import org.sightline.access.Colleague;
import org.sightline.access.PieceOfWork;
import org.sightline.kernel.UserId;
import org.sightline.web.Answers;

/// One piece of work: why it is there, who works on it, what its purpose was before.
///
/// @param openFor what the reader has it open for; empty in an emergency
public record PiecePage(
    PieceOfWork piece,
    List<PieceOfWork> earlier,
    List<Colleague> members,
    Map<UserId, String> names,
    boolean chair,
    UserId reader,
    Answers form,
    Map<String, String> roles,
    String openFor) {}
