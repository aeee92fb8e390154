package org.sightline.engagement.consent;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sightline.web.Words;

/// Blank consent forms for print.
///
/// @param times how often it stands in the file
public record PrintPage(Register.Shown shown, int times) {

  PrintPage(Register.Shown shown) {
    this(shown, 1);
  }

  PrintPage copies(int count) {
    return new PrintPage(shown, count);
  }

  public FormWords words() {
    return shown.words();
  }

  public String look() {
    return shown.kind().slug();
  }

  /// What stands under one heading in easy read, line by line.
  ///
  /// @param title of it, or ""
  public record Group(String title, List<FormWords.Line> lines) {

    public Group {
      lines = List.copyOf(lines);
    }
  }

  /// The form in easy read before its statements. Every line has its own picture.
  public List<Group> groups(Words wording) {
    var form = words();
    return List.of(
        group("", form.lines("introduction"), "research", "askMe", "readAloud"),
        group(form.say("aimsTitle"), form.lines("aims")),
        group(form.say("whatHappensTitle"), withDay(form.lines("whatHappens"), wording)),
        group(form.say("changingTitle"), form.lines("changing"), "parentalRule", "keptApart"));
  }

  private Group group(String title, List<FormWords.Line> lines, String... more) {
    var single =
        Stream.of(more).map(piece -> new FormWords.Line(piece, words().say(piece))).toList();
    return new Group(
        title,
        Stream.concat(lines.stream(), single.stream())
            .filter(line -> !line.text().isBlank())
            .toList());
  }

  private List<FormWords.Line> withDay(List<FormWords.Line> lines, Words wording) {
    var day = wording.say("engagement.consent.tell-by", shown.fills().getOrDefault("tellBy", ""));
    return Stream.concat(lines.stream(), Stream.of(new FormWords.Line("tellBy", day))).toList();
  }

  public List<Integer> copies() {
    return IntStream.rangeClosed(1, times).boxed().toList();
  }
}
