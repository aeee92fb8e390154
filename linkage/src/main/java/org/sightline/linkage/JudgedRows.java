package org.sightline.linkage;

import org.sightline.linkage.clustering.Judgement.Answer;

/// A judgement as a file has it: by list and row, both of which stay what they are when lists are
/// linked again.
///
/// @param leftRow counted from 1 at the first row below the headings
public record JudgedRows(
    String leftList, long leftRow, String rightList, long rightRow, Answer answer) {}
