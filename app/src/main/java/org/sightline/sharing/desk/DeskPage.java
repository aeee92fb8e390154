package org.sightline.sharing.desk;

import java.util.List;
import org.sightline.sharing.SharedWork;

/// Where one comes to share.
///
/// @param desks where the reader shares from
/// @param waiting what waits for the reader
/// @param due how many agreements are to be looked at again soon
public record DeskPage(
    List<SharedWork.Desk> desks, List<ShareRow> waiting, List<ShareRow> rows, int due) {}
