package org.sightline.network.drawing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.actions.ActionLine;
import org.sightline.network.actions.GapFacts;
import org.sightline.web.Answers;

/// One node or one line, with what is known and asked of it.
///
/// @param heading what it is called, or the line in one sentence
/// @param record of the person in `people`, or empty
/// @param isPinned whether it was put where it is by hand
/// @param facts what is known, for who only reads
/// @param stands of a line what its look says, in words: seen or heard only, over, old
/// @param lines of a node: each a sentence, by id
/// @param reports of a line: who says so, by id
/// @param open of a line: what was not asked yet
/// @param others of a person: who they may turn out to be, by id
/// @param isReport whether it is what a line rests on
/// @param sameAs those who turned out to be this one, by id
/// @param meeting the session before whose sealing it is asked, by id, or empty
/// @param back where the reader came from
/// @param reporting the form for one more report
/// @param gap of a gap what came of it, else `null`
/// @param copies of a node or a line who has a copy with it, for those who work on it
public record ElementPage(
    WorkspaceId work,
    String title,
    String id,
    boolean isLine,
    boolean isReport,
    boolean isOn,
    boolean isPinned,
    boolean mayDraw,
    String heading,
    String kind,
    String record,
    List<Fact> facts,
    String stands,
    Map<String, String> lines,
    Map<String, String> reports,
    List<String> open,
    Map<String, String> others,
    Map<String, String> sameAs,
    UUID edit,
    long seen,
    Answers form,
    List<Question> questions,
    Answers reporting,
    List<Question> reportQuestions,
    @Nullable String said,
    boolean part,
    String meeting,
    String back,
    List<ActionLine> actions,
    @Nullable GapFacts gap,
    List<Copy> copies) {

  /// A question and its answer in words.
  public record Fact(Question question, String answer) {}

  /// A copy it is on.
  ///
  /// @param told when whoever has it was last told what was put right, or empty
  /// @param isOutdated whether it says this as it is no more
  public record Copy(String words, String told, boolean isOutdated) {}

  public long outdated() {
    return copies.stream().filter(Copy::isOutdated).count();
  }

  public String base() {
    return "/network/maps/" + work;
  }

  public String here() {
    return base() + "/elements/" + id;
  }
}
