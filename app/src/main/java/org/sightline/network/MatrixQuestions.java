package org.sightline.network;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The key questions of a row of the matrix, a line each (B36): "Who drives the car? [Police; A
/// cousin of theirs]". Who found it stays in Sightline: it may have been a young person.
@Component
class MatrixQuestions {

  private static final Pattern LINE = Pattern.compile("(.+?) \\[([^;\\[\\]]*)(?:; ([^\\[\\]]*))?]");

  private final Words words;

  MatrixQuestions(Words words) {
    this.words = words;
  }

  /// @param agency that can answer it, or empty
  /// @param answer or empty while it is open
  record Brought(String question, String agency, String answer) {}

  String write(List<KeyQuestion> questions, UUID subject) {
    return String.join(
        "\n",
        questions.stream()
            .filter(one -> subject.equals(one.subject()) && !one.isOver())
            .map(this::write)
            .toList());
  }

  private String write(KeyQuestion question) {
    String answers =
        String.join(", ", question.answers().stream().map(one -> plain(one.words())).toList());
    return onOneLine(question.question())
        + " ["
        + plain(question.agency())
        + "; "
        + (answers.isEmpty() ? words.say("network.matrix.question.open") : answers)
        + "]";
  }

  Brought read(String line) {
    var said = LINE.matcher(line);
    if (!said.matches()) {
      return new Brought(line, "", "");
    }
    String answer = said.group(3) == null ? "" : said.group(3).strip();
    return new Brought(
        said.group(1).strip(),
        said.group(2).strip(),
        answer.equals(words.say("network.matrix.question.open")) ? "" : answer);
  }

  static String onOneLine(String question) {
    return question.replaceAll("\\s*\\R\\s*", " ").strip();
  }

  /// What stands in brackets has none of its own.
  private static String plain(String said) {
    return onOneLine(said).replace('[', '(').replace(']', ')').replace(';', ',');
  }
}
