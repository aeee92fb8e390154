package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Crops;
import org.sightline.scan.Level;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetCode;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetReading;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.SheetReading.TickReading;
import org.sightline.scan.SheetReading.ZoneReading;

/// Reads one picture of one sheet.
///
/// 1. The markers are found, and from them where every place on the page is in the picture.
/// 2. The square code says which sheet it is and whether the layout is the right one.
/// 3. The page is taken from the picture in small squares, the light is taken out of it, and what
///    the pencils put there is left.
/// 4. The key boxes and all zones together say which hue each pencil has; each zone is judged.
public final class PageReader {

  private final List<SheetLayout> layouts;
  private final Map<String, LayoutMap> maps = new ConcurrentHashMap<>();

  /// @param layouts of which a sheet may be; where there are none, every sheet is of another
  public PageReader(List<SheetLayout> layouts) {
    this.layouts = List.copyOf(layouts);
  }

  SheetReading read(Picture picture, Crops crops) {
    try {
      return readOrRefuse(picture, crops);
    } catch (NotRead refusal) {
      return refusal.refused();
    }
  }

  private SheetReading readOrRefuse(Picture picture, Crops crops) {
    if (Math.min(picture.width(), picture.height()) < 500) {
      throw new NotRead(Refusal.TOO_FEW_PIXELS);
    }
    boolean coloured = picture.isColoured();
    if (!picture.hasColour()) {
      throw new NotRead(Refusal.GREY);
    }
    var markers = new MarkerFinder(picture).find();
    if (markers.isEmpty() && BlankPage.is(picture)) {
      throw new NotRead(Refusal.BLANK_PAGE);
    }
    var place = place(picture, markers);
    var layout = place.layout;
    var map = maps.computeIfAbsent(layout.version(), version -> LayoutMap.of(layout));
    var page = PageRaster.of(picture, place.mapping, map.grid());
    var ink = Ink.of(map, page, PaperLight.of(map, page));
    if (!coloured && !ink.isBare(map, picture.isDrawn())) {
      throw new NotRead(Refusal.GREY, place.code.sheet());
    }
    var read = judge(map, ink, place);
    return crops == Crops.NONE
        ? read
        : new CropMaking(picture, place.mapping).add(read, layout, crops);
  }

  /// The layout of the sheet and how it lies in the picture. Layouts on the same paper have their
  /// markers and their code in the same places, so one of each paper is tried.
  private Place place(Picture picture, List<FoundMarker> markers) {
    NotRead refusal = null;
    boolean another = false;
    var tried = new ArrayList<SheetLayout>();
    for (var layout : layouts) {
      if (tried.stream()
          .anyMatch(
              other ->
                  other.page().equals(layout.page()) && other.markers().equals(layout.markers()))) {
        continue;
      }
      tried.add(layout);
      try {
        var mapping = PageMapping.of(layout, markers);
        if (mapping.resolution() < 2.8) {
          throw new NotRead(Refusal.TOO_FEW_PIXELS);
        }
        var text = new CodeReader(picture).read(layout, mapping);
        var code = text == null ? null : SheetCode.read(text).orElse(null);
        if (text != null && code == null) {
          throw new NotRead(Refusal.OTHER_SHEET);
        }
        if (code != null) {
          return placeOf(code, layout, markers, mapping);
        }
        refusal = refusal == null ? new NotRead(whyNoCode(picture, layout, mapping)) : refusal;
      } catch (NotRead not) {
        another |= not.why() == Refusal.OTHER_LAYOUT;
        refusal = refusal == null || another ? not : refusal;
      }
    }
    throw another ? refusal : orOtherLayout(picture, refusal);
  }

  private static Refusal whyNoCode(Picture picture, SheetLayout layout, PageMapping mapping) {
    double middle = layout.qr().size() / 2;
    double x = mapping.x(layout.qr().x() + middle, layout.qr().y() + middle);
    double y = mapping.y(layout.qr().x() + middle, layout.qr().y() + middle);
    boolean inside = x > 0 && y > 0 && x < picture.width() && y < picture.height();
    if (!inside) {
      return Refusal.NOT_WHOLE;
    }
    return Sharpness.isTooLittle(picture, layout, mapping) ? Refusal.BLURRED : Refusal.CODE_HIDDEN;
  }

  private Place placeOf(
      SheetCode code, SheetLayout tried, List<FoundMarker> markers, PageMapping mapping) {
    for (var layout : layouts) {
      if (layout.version().equals(code.version())) {
        boolean same =
            layout.page().equals(tried.page()) && layout.markers().equals(tried.markers());
        return new Place(code, layout, same ? mapping : PageMapping.of(layout, markers));
      }
    }
    throw new NotRead(Refusal.OTHER_LAYOUT, code.sheet());
  }

  /// Before a sheet is refused because its markers do not fit, whether it says that it is of
  /// another layout.
  private NotRead orOtherLayout(Picture picture, @Nullable NotRead refusal) {
    var text = new CodeReader(picture).search();
    var code = text == null ? null : SheetCode.read(text).orElse(null);
    if (code != null
        && layouts.stream().noneMatch(layout -> layout.version().equals(code.version()))) {
      return new NotRead(Refusal.OTHER_LAYOUT, code.sheet());
    }
    if (refusal == null) {
      return new NotRead(code == null ? Refusal.CODE_HIDDEN : Refusal.OTHER_LAYOUT);
    }
    return code == null ? refusal : new NotRead(refusal.why(), code.sheet());
  }

  private Read judge(LayoutMap map, Ink ink, Place place) {
    var measuring = new Measuring(map, ink);
    var keys = new EnumMap<Level, Shade>(Level.class);
    for (int i = 0; i < map.layout().key().size(); i++) {
      var seen = measuring.of(map.firstKey() + i);
      if (seen.coverage() > 0.2 && seen.strength() > 0.1 && seen.other() < 0.25) {
        keys.put(map.layout().key().get(i).level(), Shade.of(seen, ink));
      }
    }
    var hues = new Hues(keys, ink.misjudged() / Ink.MOST_MISJUDGED);
    var zones =
        map.layout().isList()
            ? new BoxJudge(map, measuring, hues, ink).judge()
            : judgeZones(map, measuring, hues, ink);
    var ticks = new ArrayList<TickReading>();
    for (int i = 0; i < map.layout().ticks().size(); i++) {
      ticks.add(
          new TickReading(
              map.layout().ticks().get(i).id(), measuring.marked(map.firstTick() + i, 0.8) > 0.06));
    }
    return new Read(place.code.sheet(), place.code.version(), zones, ticks);
  }

  private static List<ZoneReading> judgeZones(
      LayoutMap map, Measuring measuring, Hues hues, Ink ink) {
    var seen = new ArrayList<Colouring>();
    for (int i = 0; i < map.layout().zones().size(); i++) {
      seen.add(measuring.of(i));
    }
    var all = List.copyOf(seen);
    var spill = new Spill(map, ink, all);
    for (int i = 0; i < seen.size(); i++) {
      if (Spill.isWorthALook(seen.get(i))) {
        seen.set(i, measuring.of(i, spill));
      }
    }
    var clear =
        seen.stream()
            .filter(zone -> zone.coverage() > 0.25 && zone.strength() > 0.06 && zone.other() < 0.12)
            .toList();
    hues.learn(clear.stream().map(zone -> Shade.of(zone, ink)).toList());
    var judge = new ZoneJudge(hues, ink);
    var labels = new LabelWriting(map, measuring, seen);
    var zones = new ArrayList<ZoneReading>();
    for (int i = 0; i < seen.size(); i++) {
      zones.add(
          judge.judge(map.layout().zones().get(i).id(), all.get(i), seen.get(i), labels.of(i)));
    }
    return zones;
  }

  private record Place(SheetCode code, SheetLayout layout, PageMapping mapping) {}
}
