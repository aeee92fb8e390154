package org.sightline.linkage.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.weighing.Numbered;

/// What keeps records together or apart whatever their pairs weigh: judgements of people, numbers
/// that one person alone has, and lists without duplicates. A judgement stands above a number.
public final class Bonds {

  private final Numbered numbered;
  private final List<Judgement> same;
  private final Map<Integer, List<Integer>> different = new HashMap<>();
  private final long[] listMasks;
  private final int[] listStarts;
  private final int[] knownPeople;

  /// @param duplicateFree for each list whether it holds nobody twice
  public Bonds(
      Numbered numbered, List<Judgement> judgements, int[] listStarts, boolean[] duplicateFree) {
    this(numbered, judgements, listStarts, duplicateFree, new int[0]);
  }

  /// @param knownPeople for each row the number of the person it was found to be before, or 0;
  ///     people found before are neither joined nor parted
  public Bonds(
      Numbered numbered,
      List<Judgement> judgements,
      int[] listStarts,
      boolean[] duplicateFree,
      int[] knownPeople) {
    this.knownPeople = knownPeople;
    this.numbered = numbered;
    this.listStarts = listStarts;
    same = judgements.stream().filter(j -> j.answer() == Answer.SAME).toList();
    for (var judgement : judgements) {
      if (judgement.answer() == Answer.DIFFERENT) {
        keepApart(judgement.left(), judgement.right());
        keepApart(judgement.right(), judgement.left());
      }
    }
    listMasks = new long[duplicateFree.length];
    for (int list = 0; list < duplicateFree.length; list++) {
      listMasks[list] = duplicateFree[list] ? 1L << list : 0;
    }
  }

  List<Judgement> same() {
    return same;
  }

  List<Integer> keptApart(int row) {
    return different.getOrDefault(row, List.of());
  }

  boolean hasJudgedApart() {
    return !different.isEmpty();
  }

  int knownPerson(int row) {
    return knownPeople.length == 0 ? 0 : knownPeople[row];
  }

  /// For each row of a known person an earlier row of the same one, or -1.
  int[] earlierOfTheSame() {
    var last = new HashMap<Integer, Integer>();
    var earlier = new int[knownPeople.length];
    for (int row = 0; row < earlier.length; row++) {
      var before = knownPeople[row] == 0 ? null : last.put(knownPeople[row], row);
      earlier[row] = before == null ? -1 : before;
    }
    return earlier;
  }

  boolean areIdentical(int left, int right) {
    return numbered.areIdentical(left, right);
  }

  boolean hasUpn() {
    return numbered.hasUpn();
  }

  boolean hasNhs() {
    return numbered.hasNhs();
  }

  boolean hasKnownPeople() {
    return knownPeople.length > 0;
  }

  boolean hasListsWithoutDuplicates() {
    return Arrays.stream(listMasks).anyMatch(mask -> mask != 0);
  }

  int upn(int row) {
    return numbered.upn(row);
  }

  int nhs(int row) {
    return numbered.nhs(row);
  }

  long listMask(int row) {
    for (int list = 0; list < listMasks.length; list++) {
      if (row < listStarts[list + 1]) {
        return listMasks[list];
      }
    }
    return 0;
  }

  private void keepApart(int row, int other) {
    different.computeIfAbsent(row, r -> new ArrayList<>()).add(other);
  }
}
