package org.sightline.network.preparing;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// One cell of the matrix: what is said there, and the form to say more.
///
/// @param ways of a risk: from them or to them; empty for any other cell
public record CellPage(
    Exercise exercise,
    String subject,
    String name,
    String cell,
    String cellName,
    String hint,
    List<MatrixPage.Said> said,
    boolean mayWrite,
    Answers form,
    Map<String, String> tags,
    Map<String, String> ways,
    Map<String, String> labels,
    Map<String, String> reliabilities) {}
