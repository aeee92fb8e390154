package org.sightline.network.taking;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.documents.Copies;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Purpose;
import org.sightline.documents.SafeCsv;
import org.sightline.documents.Sheet;
import org.sightline.documents.Stamp;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.Maps.Sight;
import org.sightline.network.drawing.View;
import org.sightline.network.drawing.Views;
import org.sightline.network.exchange.MapWriting;
import org.sightline.network.exchange.Outgoing;
import org.sightline.web.Dates;
import org.sightline.web.Fresh;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Takes a map out: a picture to print or to paste, and files for other programs. Who says so is
/// named as outsiders may see it: no young person as a source.
@Controller
class TakingController {

  private final Maps maps;
  private final Casework casework;
  private final Views views;
  private final Copies copies;
  private final Words words;

  TakingController(Maps maps, Casework casework, Views views, Copies copies, Words words) {
    this.maps = maps;
    this.casework = casework;
    this.views = views;
    this.copies = copies;
    this.words = words;
  }

  /// What can be taken, by the name of the file.
  private enum Taken {
    PICTURE_SVG("picture.svg", "image/svg+xml"),
    PICTURE_SMALL("picture-a4.pdf", "application/pdf"),
    PICTURE_LARGE("picture-a3.pdf", "application/pdf"),
    GRAPHML("map.graphml", "application/xml"),
    GEXF("map.gexf", "application/xml"),
    PAJEK("map.net", "text/plain;charset=UTF-8"),
    PEOPLE("people.csv", "text/csv;charset=UTF-8"),
    LINES("lines.csv", "text/csv;charset=UTF-8");

    private final String file;
    private final String type;

    Taken(String file, String type) {
      this.file = file;
      this.type = type;
    }

    String copy() {
      return "network." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Fresh
  @GetMapping("/network/maps/{work}/copies")
  String show(SignedIn who, @PathVariable String work, Purpose purpose, Model model) {
    var id = requireDrawer(who, work);
    model.addAttribute("page", new TakingPage(id, title(who, id), purpose));
    return "network/taking/taking";
  }

  @Fresh
  @GetMapping("/network/maps/{work}/copies/{file}")
  ResponseEntity<byte[]> take(
      SignedIn who, @PathVariable String work, @PathVariable String file, Purpose purpose) {
    var taken =
        Arrays.stream(Taken.values())
            .filter(each -> each.file.equals(file))
            .findFirst()
            .orElseThrow(NotThere::new);
    var id = requireDrawer(who, work);
    var sight = maps.see(who, id);
    byte[] bytes =
        copies.take(
            who,
            new Copies.Original(taken.copy(), id, id.value()),
            purpose,
            stamp -> make(taken, sight, stamp));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(taken.type))
        .header("Content-Disposition", "attachment; filename=\"" + taken.file + "\"")
        .body(bytes);
  }

  private byte[] make(Taken taken, Sight sight, Stamp stamp) {
    var view = views.outward(sight);
    return switch (taken) {
      case PICTURE_SVG -> picture(view, stamp).getBytes(StandardCharsets.UTF_8);
      case PICTURE_SMALL -> printed(view, Sheet.A4_LANDSCAPE, stamp);
      case PICTURE_LARGE -> printed(view, Sheet.A3_LANDSCAPE, stamp);
      case GRAPHML -> MapWriting.graphml(outgoing(view));
      case GEXF -> MapWriting.gexf(outgoing(view));
      case PAJEK -> MapWriting.pajek(outgoing(view));
      case PEOPLE -> SafeCsv.of(header("name", "what", "protects"), people(view), stamp);
      case LINES ->
          SafeCsv.of(
              header("from", "to", "link", "strength", "protects", "said"), lines(view), stamp);
    };
  }

  private String picture(View view, @Nullable Stamp stamp) {
    var legend = new ArrayList<>(List.of(words.say("network.legend.lines").split("\\|")));
    if (stamp != null) {
      legend.add(stamp.line() + " " + stamp.printedCode());
    }
    return MapPicture.of(view, heading(), legend);
  }

  private byte[] printed(View view, Sheet sheet, Stamp stamp) {
    String page =
        "<html lang=\"en-GB\"><head><title>%s</title></head><body><div class=\"%s\">%s</div></body></html>"
            .formatted(
                words.say("network.taking.heading"),
                sheet == Sheet.A3_LANDSCAPE ? "fit-a3-landscape" : "fit-a4-landscape",
                picture(view, null));
    return Pdf.of(
        page, sheet, new PrintHeading(words.say("network.taking.heading"), today(), stamp));
  }

  private String heading() {
    return words.say("network.taking.of", Dates.day(today()));
  }

  private LocalDate today() {
    return views.today();
  }

  private static Outgoing outgoing(View view) {
    return new Outgoing(
        view.nodes().stream()
            .map(n -> new Outgoing.Node(n.id(), n.label(), n.kind(), n.bearing()))
            .toList(),
        view.lines().stream()
            .map(
                line ->
                    new Outgoing.Line(
                        line.influence().equals("TO") ? line.to() : line.from(),
                        line.influence().equals("TO") ? line.from() : line.to(),
                        line.kind(),
                        line.influence().equals("FROM") || line.influence().equals("TO"),
                        line.strength().matches("[1-5]") ? Integer.valueOf(line.strength()) : null,
                        line.protects(),
                        line.sentence()))
            .toList());
  }

  private static List<List<String>> people(View view) {
    return view.nodes().stream()
        .map(node -> List.of(node.label(), node.said(), node.bearing()))
        .toList();
  }

  private static List<List<String>> lines(View view) {
    Map<String, String> names = new HashMap<>();
    view.nodes().forEach(node -> names.put(node.id(), node.label()));
    return view.lines().stream()
        .map(
            line ->
                List.of(
                    names.getOrDefault(line.from(), ""),
                    names.getOrDefault(line.to(), ""),
                    line.kind(),
                    line.strength(),
                    line.protects(),
                    line.sentence()))
        .toList();
  }

  private List<String> header(String... columns) {
    return Arrays.stream(columns)
        .map(column -> words.say("network.taking.column." + column))
        .toList();
  }

  private WorkspaceId requireDrawer(SignedIn who, String work) {
    var id = WorkspaceId.of(work);
    if (!maps.mayDraw(who, id)) {
      throw new NotThere();
    }
    return id;
  }

  private String title(SignedIn who, WorkspaceId work) {
    return casework.find(who, work).purpose().title();
  }
}
