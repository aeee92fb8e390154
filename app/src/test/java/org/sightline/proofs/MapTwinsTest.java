package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// AC-04 for maps, exercises, files made of them and shares: two teams do the same work, each with
/// a word of its own wherever one can type. As the chair of one, nothing of the other is found on
/// any page, in any file, or under any address it was ever worked on.
@SightlineTest
@Tag("long")
class MapTwinsTest {

  private static final Pattern ANY_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int ALIKE = 8;
  private static final int MOST = 500;

  /// Those in which the name of somebody on the map stands.
  private static final List<String> FILES =
      List.of("people.csv", "picture.svg", "map.graphml", "map.gexf", "picture-and-sentences.pdf");

  @TempDir private Path folder;
  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;

  private Twin ours;
  private Twin theirs;

  /// @param map its address
  /// @param addresses of every page it was worked on and of every form
  private record Twin(String word, Visitor chair, String map, Set<String> addresses) {

    Set<String> ids() {
      return addresses.stream()
          .flatMap(address -> ANY_ID.matcher(address).results().map(MatchResult::group))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @BeforeEach
  void twins() {
    ours = twin("Ourword");
    theirs = twin("Theirword");
  }

  @Test
  void nothingOfTheOtherIsFoundOnAPageInAFileOrUnderAnAddress() {
    var others = theirs.ids();
    others.removeAll(ours.ids());
    var crawled = crawl(ours.chair());

    assertThat(crawled).as("it got far").hasSizeGreaterThan(60).containsKey(ours.map());
    assertThat(holding(crawled, ours.word())).as("our own word").hasSizeGreaterThan(15);
    assertThat(holding(crawled, theirs.word())).isEmpty();
    for (String id : others) {
      assertThat(holding(crawled, id)).as("an id of theirs").isEmpty();
    }
    for (String file : FILES) {
      String copy = ours.map() + "/copies/" + file;
      var taken = ours.chair().get(copy);
      assertThat(taken.status()).as(copy).isEqualTo(200);
      assertThat(text(taken)).as(copy).contains(ours.word()).doesNotContain(theirs.word());
      theirs.addresses().add(theirs.map() + "/copies/" + file);
    }
    assertThat(theirs.addresses()).hasSizeGreaterThan(60);
    for (String address : theirs.addresses()) {
      if (ANY_ID.matcher(address).find()) {
        answersAsIfItNeverWas(address);
      }
    }
  }

  private void answersAsIfItNeverWas(String address) {
    String never = ANY_ID.matcher(address).replaceAll(UUID.randomUUID().toString());
    var there = ours.chair().get(address);
    var nowhere = ours.chair().get(never);
    assertThat(there.status()).as(address).isEqualTo(nowhere.status()).isGreaterThanOrEqualTo(404);
    assertThat(there.response().body()).as(address).isEqualTo(nowhere.response().body());
    var sent = ours.chair().post(address);
    assertThat(sent.status()).as("sent to " + address).isGreaterThanOrEqualTo(400);
    assertThat(text(sent)).as("sent to " + address).doesNotContain(theirs.word());
    assertThat(sent.status()).isEqualTo(ours.chair().post(never).status());
  }

  private Twin twin(String start) {
    String word = start + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    var chair = people.signedIn(casework.aTeam(word).chair());
    var addresses = new TreeSet<String>();
    FormFilling.Words words = field -> word + " " + field;
    FormSending.Witness witness =
        (method, path, request) -> {
          addresses.add(path.replaceAll("[?#].*", ""));
          return request.get();
        };
    var exercise = new MappingJob(people, chair, words, witness);
    exercise.exercise();
    var own = new OwnMapsJob(chair, words, witness);
    own.run();
    var drawing = new MapJob(chair, words, witness);
    drawing.run();
    var forms = new FormSending(new FormFilling(words), witness);
    String map =
        addresses.stream()
            .filter(path -> path.matches("/network/maps/[^/]+/drawn"))
            .findFirst()
            .orElseThrow()
            .replace("/drawn", "");
    forms.send(chair, map + "/nodes/new", "/nodes/new", "names", word + " Onmap", "kind", "ADULT");
    String desk = map.replace("/network/maps/", "/sharing/workspaces/");
    forms.send(chair, desk + "/purpose", "/purpose");
    forms.send(chair, desk + "/not-shared", "/not-shared");
    forms.send(chair, "/sharing/risk-of-harm", "/sharing/risk-of-harm");

    assertThat(exercise.refused()).isEmpty();
    assertThat(own.refused()).isEmpty();
    assertThat(drawing.refused()).isEmpty();
    assertThat(forms.refused()).isEmpty();
    return new Twin(word, chair, map, addresses);
  }

  /// Every page and file that links lead to, as text.
  private Map<String, String> crawl(Visitor visitor) {
    var crawled = new TreeMap<String, String>();
    var alike = new HashMap<String, Integer>();
    var seen = new HashSet<String>();
    var waiting =
        new ArrayDeque<>(
            List.of(
                "/",
                "/casework",
                "/waiting",
                "/network/exercises",
                "/people/search",
                "/sharing/risk-of-harm",
                ours.map(),
                ours.map() + "/drawn",
                ours.map().replace("/network/maps/", "/sharing/workspaces/")));
    while (!waiting.isEmpty() && crawled.size() < MOST) {
      String path = waiting.poll().replaceAll("[?#].*", "");
      boolean many = alike.merge(ANY_ID.matcher(path).replaceAll("{}"), 1, Integer::sum) > ALIKE;
      if (many || !seen.add(path)) {
        continue;
      }
      var arrived = visitor.get(path);
      crawled.put(path, text(arrived));
      for (Element link : arrived.page().select("main a[href^=/], nav a[href^=/]")) {
        waiting.add(link.attr("href"));
      }
    }
    return crawled;
  }

  private static List<String> holding(Map<String, String> crawled, String word) {
    return crawled.entrySet().stream()
        .filter(page -> page.getValue().contains(word))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// What stands in an answer: of a PDF its text, of a spreadsheet or document all its parts.
  private String text(Visitor.Arrived arrived) {
    byte[] body = arrived.response().body();
    String plain = new String(body, StandardCharsets.UTF_8);
    try {
      if (plain.startsWith("%PDF")) {
        try (var pdf = Loader.loadPDF(body)) {
          return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
      }
      return plain.startsWith("PK") ? parts(body) : plain;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String parts(byte[] packed) throws IOException {
    var parts = new ArrayList<String>();
    Path file = Files.write(folder.resolve(UUID.randomUUID().toString()), packed);
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        try (var part = zip.getInputStream(entry)) {
          parts.add(new String(part.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return String.join("\n", parts);
  }
}
