package org.sightline.engagement.results.ideas;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.DiscussionNotes;
import org.sightline.engagement.results.Proposal;

/// The ideas of a round and the notes they are made of.
///
/// @param ideas drafts and approved ones, students' first
/// @param notes under the questions that ask for ideas
/// @param other every other note
/// @param used ids of the notes that have been put into words
public record IdeasPage(
    String results,
    String plan,
    String round,
    boolean owner,
    List<Idea> ideas,
    List<DiscussionNotes.Line> notes,
    List<DiscussionNotes.Line> other,
    List<String> used) {

  public IdeasPage {
    ideas = List.copyOf(ideas);
    notes = List.copyOf(notes);
    other = List.copyOf(other);
    used = List.copyOf(used);
  }

  /// One idea.
  ///
  /// @param place name of its place, or `null` when it is about the whole school
  public record Idea(Proposal proposal, @Nullable String place, boolean oneAdult) {

    public String id() {
      return proposal.id().toString();
    }

    /// The end of the key of its words.
    public String standing() {
      if (proposal.struck()) {
        return "struck";
      }
      if (oneAdult) {
        return "one-adult";
      }
      return proposal.approved() ? "approved" : "draft";
    }
  }

  public boolean isUsed(DiscussionNotes.Line note) {
    return used.contains(note.id().toString());
  }
}
