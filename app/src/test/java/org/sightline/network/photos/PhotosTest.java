package org.sightline.network.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.Preparing;
import org.sightline.network.Subject;
import org.sightline.network.TestExercises;
import org.sightline.store.RecordKeys;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A photo of a drawn map in place of drawing it (B90, B92).
@SightlineTest
class PhotosTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Casework work;
  @Autowired private Preparing preparing;
  @Autowired private Exercises exercises;
  @Autowired private RecordKeys keys;

  private TestCasework.Team team;
  private Visitor chair;
  private WorkspaceId exercise;
  private String at;

  @BeforeEach
  void open() {
    team = casework.aTeam("Photos");
    chair = people.signedIn(team.chair());
    exercise = TestExercises.open(chair, team);
    at = "/network/exercises/" + exercise + "/photos";
  }

  @Test
  void whatIsNoPictureIsRefusedInASentenceAndNothingIsKept() throws IOException {
    assertThat(upload("map.png", "Not a picture".getBytes(StandardCharsets.UTF_8)).page().text())
        .contains("text file", "a photo must be a PNG or JPEG picture or a PDF");
    assertThat(upload("map.jpg", new byte[0]).status()).isEqualTo(422);
    byte[] cut = Arrays.copyOf(jpeg(), 900);
    assertThat(upload("map.jpg", cut).status()).isEqualTo(422);
    var future = TODAY.plusDays(1);
    assertThat(chair.upload(at, "file", "map.jpg", jpeg(), fields(future, "")).status())
        .isEqualTo(422);
    assertThat(chair.get(at).page().select("img.photo")).isEmpty();
  }

  @Test
  void aPhotoIsKeptWithItsDayAndWithoutWhatTheCameraAdded() throws IOException {
    byte[] sent = withExif(jpeg());
    var shown = upload("map.jpg", sent);
    assertThat(shown.status()).isEqualTo(200);
    String address = shown.page().select("img.photo").attr("src");

    var picture = chair.get(address).response();
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", "51.5 secret place");
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(640);
    var outsider = people.signedIn(team.practitioner());
    assertThat(outsider.get(address).status()).isEqualTo(404);
    assertThat(outsider.get(at).status()).isEqualTo(404);

    UUID id = Ids.parse(address.substring(address.lastIndexOf('/') + 1));
    assertThat(chair.post(address + "/throwing-away").page().select("img.photo")).isEmpty();
    assertThat(keys.isShredded(id)).isTrue();
    assertThat(chair.get(address).status()).isEqualTo(404);
    assertThat(chair.post(address + "/throwing-away").status()).isEqualTo(404);
  }

  @Test
  void aVersionRestsOnThePhotoOfAMapOnPaper() throws IOException {
    String sessions = "/network/exercises/" + exercise + "/sessions";
    String session = chair.post(sessions, today("kind", "INTERNAL")).path();
    chair.post(session + "/day", today("state", "held"));
    assertThat(chair.post(session + "/sealing", "seen", "0", "told", "Both know.").page().text())
        .contains("attach a photo of the map that was drawn on paper");

    upload("map.jpg", jpeg());
    var sealed = chair.post(session + "/sealing", "seen", "0", "told", "Both know.");

    assertThat(sealed.path()).contains("/versions/");
    assertThat(sealed.page().select("#on-paper").text()).contains("rests on a photo");
  }

  private static String[] today(String name, String value) {
    return new String[] {
      name,
      value,
      "day-day",
      "" + TODAY.getDayOfMonth(),
      "day-month",
      "" + TODAY.getMonthValue(),
      "day-year",
      "" + TODAY.getYear()
    };
  }

  @Test
  void aYoungPersonsOwnNeedsThatTheyWereToldAndNobodyClosedIsOnAnyPhoto() throws IOException {
    var asChair = team.asChair();
    UUID record =
        casework.aPerson(asChair, exercise, "Kept", "Away", LocalDate.of(2011, 3, 4)).value();
    preparing.add(
        asChair,
        exercise,
        Subject.Kind.YOUNG_PERSON,
        record,
        List.of("Kept Away"),
        Subject.Decision.PART,
        "Named in both reports");
    String young = preparing.read(asChair, exercise).part().getFirst().id().toString();
    var untold = chair.upload(at, "file", "map.jpg", jpeg(), fields(TODAY, young));
    assertThat(untold.status()).isEqualTo(422);
    assertThat(untold.page().text()).contains("Tick that they were told");
    var fields = Arrays.copyOf(fields(TODAY, young), 10);
    fields[8] = "told";
    fields[9] = "yes";
    assertThat(chair.upload(at, "file", "map.jpg", jpeg(), fields).page().text())
        .contains("Own map: Kept Away");
    upload("ours.jpg", jpeg());
    work.letIn(asChair, exercise, team.practitioner().username(), Role.PRACTITIONER);
    var practitioner = people.signedIn(team.practitioner());
    var both = practitioner.get(at).page().select("img.photo").eachAttr("src");
    assertThat(both).hasSize(2);

    casework.keepAway(asChair, exercise, record, team.asPractitioner().user());

    assertThat(practitioner.get(at).page().select("img.photo")).isEmpty();
    both.forEach(each -> assertThat(practitioner.get(each).status()).isEqualTo(404));
    assertThat(chair.get(at).page().select("img.photo")).hasSize(2);
  }

  @Test
  void noneIsAttachedOnceTheExerciseIsClosedAndOneCanStillBeThrownAway() throws IOException {
    String photo = upload("map.jpg", jpeg()).page().select("img.photo").attr("src");
    exercises.close(team.asChair(), exercise, TODAY, "It is quiet there.", "Police");

    var refused = upload("map.jpg", jpeg());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().text()).contains("Its chair can open it again first");
    var shown = chair.get(at).page();
    assertThat(shown.select("img.photo")).hasSize(1);
    assertThat(shown.select("input[type=file]")).isEmpty();
    var gone = chair.post(photo + "/throwing-away").page();
    assertThat(gone.select("img.photo")).isEmpty();
    assertThat(gone.select("main").text()).contains("There is none.");
  }

  private Visitor.Arrived upload(String name, byte[] file) {
    return chair.upload(at, "file", name, file, fields(TODAY, ""));
  }

  private static String[] fields(LocalDate day, String whose) {
    return new String[] {
      "whose",
      whose,
      "day-day",
      "" + day.getDayOfMonth(),
      "day-month",
      "" + day.getMonthValue(),
      "day-year",
      "" + day.getYear()
    };
  }

  private static byte[] jpeg() throws IOException {
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var drawing = image.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, 640, 480);
    drawing.setColor(Color.BLACK);
    drawing.drawOval(200, 120, 240, 240);
    drawing.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  /// With a segment as cameras write it, after the first two bytes.
  private static byte[] withExif(byte[] jpeg) {
    byte[] said = "Exif\0\0MM\0* 51.5 secret place".getBytes(StandardCharsets.ISO_8859_1);
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xFF);
    out.write(0xE1);
    out.write(0);
    out.write(said.length + 2);
    out.writeBytes(said);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
