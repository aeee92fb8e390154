package org.sightline.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sightline.people.Label;
import org.sightline.people.Reliability;
import org.sightline.people.StatementText;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// A statement of the matrix on one line, and back: "Out late: every Friday [Reported by somebody;
/// Youth worker, Club, 2 March 2026, likely]".
@Component
class MatrixLine {

  /// The last pair of square brackets of the line.
  private static final Pattern SOURCED = Pattern.compile("(.+) \\[([^\\[\\];]+); ([^\\[\\]]+)\\]");

  /// Role, agency, day, how sure; a comma in the agency is part of it.
  private static final Pattern SOURCE = Pattern.compile("([^,]+), (.+), ([^,]+), ([^,]+)");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

  private final Words words;

  MatrixLine(Words words) {
    this.words = words;
  }

  /// With its label and its source. Who told is withheld when it was a young person (practice.md,
  /// Safety 3).
  String write(Note note) {
    var text = note.text();
    String said = text.words().replaceAll("\\s*\\R\\s*", " ");
    String tag = note.tag().isEmpty() ? "" : note.tag() + ": ";
    String source =
        text.fromYoungPerson()
            ? words.say("network.matrix.withheld")
            : words.say(
                "network.matrix.source",
                text.role(),
                text.agency(),
                Dates.day(text.knownOn()),
                words.say("network.reliability." + text.reliability()));
    return tag + said + " [" + words.say("network.label." + text.label()) + "; " + source + "]";
  }

  /// What a line says by itself of its label and source goes before what was said for the whole
  /// file; a line that says nothing of it, or not so that we understand it, is taken as it stands.
  ///
  /// @param asked the source of the file
  /// @param tags kinds of concern, in words
  /// @param today nothing is known later
  Note.Content read(String line, StatementText asked, Set<String> tags, LocalDate today) {
    var sourced = SOURCED.matcher(line);
    if (sourced.matches()) {
      var label = label(sourced.group(2));
      if (label.isPresent() && sourced.group(3).equals(words.say("network.matrix.withheld"))) {
        var withheld =
            new StatementText(
                label.get(),
                said(sourced.group(1), tags),
                asked.agency(),
                asked.role(),
                true,
                asked.knownOn(),
                asked.reliability());
        return new Note.Content(tag(sourced.group(1), tags), withheld);
      }
      var source = SOURCE.matcher(sourced.group(3));
      if (label.isPresent() && source.matches()) {
        var known = day(source.group(3)).filter(day -> !day.isAfter(today));
        var sure = reliability(source.group(4));
        if (known.isPresent() && sure.isPresent()) {
          var own =
              new StatementText(
                  label.get(),
                  said(sourced.group(1), tags),
                  source.group(2),
                  source.group(1),
                  false,
                  known.get(),
                  sure.get());
          return new Note.Content(tag(sourced.group(1), tags), own);
        }
      }
    }
    return new Note.Content(
        "",
        new StatementText(
            asked.label(),
            line,
            asked.agency(),
            asked.role(),
            asked.fromYoungPerson(),
            asked.knownOn(),
            asked.reliability()));
  }

  private static String tag(String line, Set<String> tags) {
    return tags.stream().filter(tag -> line.startsWith(tag + ": ")).findFirst().orElse("");
  }

  private static String said(String line, Set<String> tags) {
    String tag = tag(line, tags);
    return tag.isEmpty() ? line : line.substring(tag.length() + 2);
  }

  private Optional<Label> label(String said) {
    for (var label : Label.values()) {
      if (words.say("network.label." + label).equals(said)) {
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }

  private Optional<Reliability> reliability(String said) {
    for (var reliability : Reliability.values()) {
      if (words.say("network.reliability." + reliability).equals(said)) {
        return Optional.of(reliability);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String said) {
    try {
      return Optional.of(LocalDate.parse(said, DAY));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
