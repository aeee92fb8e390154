package org.sightline.network.bringing;

import java.util.List;
import org.sightline.access.Casework;
import org.sightline.documents.Copies;
import org.sightline.documents.Purpose;
import org.sightline.documents.SafeCsv;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.exchange.Incoming.RefusedRow;
import org.sightline.network.exchange.UnreadableMap;
import org.sightline.web.Fresh;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The rows of a brought file that cannot be taken, as a table: all of them, for whoever mends the
/// file. Only to whoever brought it, and while it is kept.
@Controller
@Fresh
class RefusedRowsController {

  private final Maps maps;
  private final Casework casework;
  private final BroughtFiles files;
  private final RefusedRows rows;
  private final Copies copies;

  RefusedRowsController(
      Maps maps, Casework casework, BroughtFiles files, RefusedRows rows, Copies copies) {
    this.maps = maps;
    this.casework = casework;
    this.files = files;
    this.rows = rows;
    this.copies = copies;
  }

  @GetMapping("/network/maps/{work}/import/{brought}/refused")
  String show(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String brought,
      Purpose purpose,
      Model model) {
    var id = WorkspaceId.of(work);
    int count = refused(find(who, id, brought)).size();
    String title = casework.find(who, id).purpose().title();
    model.addAttribute("page", new RefusedPage(id, title, Ids.parse(brought), count, purpose));
    return "network/bringing/refused";
  }

  @GetMapping("/network/maps/{work}/import/{brought}/refused.csv")
  ResponseEntity<byte[]> take(
      SignedIn who, @PathVariable String work, @PathVariable String brought, Purpose purpose) {
    var id = WorkspaceId.of(work);
    var there = find(who, id, brought);
    var table = rows.table(there.files().getFirst().name(), refused(there));
    byte[] csv =
        copies.take(
            who,
            new Copies.Original("network.refused-rows", id, id.value()),
            purpose,
            stamp -> SafeCsv.of(rows.header(), table, stamp));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"refused-rows.csv\"")
        .body(csv);
  }

  private BroughtFiles.Brought find(SignedIn who, WorkspaceId work, String brought) {
    maps.requireDrawer(who, work);
    return files.find(Ids.parse(brought), who.user(), work);
  }

  /// @throws NotThere when every row can be taken
  /// @throws Refused when the files cannot be read by what was chosen last
  private List<RefusedRow> refused(BroughtFiles.Brought brought) {
    try {
      var refused = rows.of(brought);
      if (refused.isEmpty()) {
        throw new NotThere();
      }
      return refused;
    } catch (UnreadableMap unreadable) {
      throw new Refused(unreadable.sentence());
    }
  }
}
