package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.EscrowShare;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// CR-07 by command: splitting, the yearly drill, and the day the key file is gone. The data
/// directory is marked as a demonstration, where an administrator's password stands for the code.
@SightlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscrowCommandsTest {

  private static final String CUSTODIANS =
      "--custodians=Head teacher, Business manager,Chair of governors";

  @Autowired private DatabaseSettings database;
  @Autowired private TestPeople people;

  private Path folder;
  private Path data;
  private Path shares;
  private BackupCase kit;
  private CommandRun splitting;

  @BeforeAll
  void splitOnce(@TempDir Path folder) throws IOException {
    this.folder = folder;
    kit = new BackupCase(folder, database);
    data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("demonstration"), "1\n");
    shares = folder.resolve("shares");
    splitting = typing("escrow", "split", CUSTODIANS, "--to=" + shares);
    assertThat(splitting.code()).as(splitting.errors()).isZero();
  }

  @Test
  void eachCustodianGetsAPageAndAFileAndTheScreenShowsNone() throws IOException {
    assertThat(shares.toFile().list())
        .containsExactlyInAnyOrder(
            "share-1.pdf",
            "share-1.txt",
            "share-2.pdf",
            "share-2.txt",
            "share-3.pdf",
            "share-3.txt");
    try (var files = Stream.concat(Stream.of(shares), Files.list(shares))) {
      assertThat(files)
          .allMatch(
              file -> {
                try {
                  return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                      .endsWith("------");
                } catch (IOException gone) {
                  return false;
                }
              });
    }
    var share = EscrowShare.read(share(2));
    String page = text(shares.resolve("share-2.pdf"));
    assertThat(page)
        .contains("Share 2 of 3", "For: Business manager", share.checkWord(), share.installation())
        .contains(share.code().lines().toList());
    assertThat(splitting.out())
        .contains("Business manager: share 2, check word " + share.checkWord())
        .contains(".wrapped has to be copied by itself");
    share
        .code()
        .lines()
        .forEach(line -> assertThat(splitting.out() + splitting.errors()).doesNotContain(line));
    assertThat(acts("store.key-split", share)).isEqualTo(1);
  }

  @Test
  void nobodyElseSplitsTheKeyOrHoldsADrill() {
    var wrong = arguments("escrow", "split", CUSTODIANS, "--to=" + folder.resolve("more"));
    var refused = CommandRun.typing(List.of("nobody", "no"), wrong);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.errors()).contains("That was not the sign-in name of an administrator");
    assertThat(folder.resolve("more")).doesNotExist();

    var drill = CommandRun.typing(List.of("nobody", "no"), arguments(drill(1, 2)));
    assertThat(drill.code()).isEqualTo(1);
    assertThat(drill.errors()).contains("That was not the sign-in name of an administrator");
  }

  @Test
  void whatCannotWorkIsRefusedBeforeACodeIsAsked() {
    refused("There is something in", "escrow", "split", CUSTODIANS, "--to=" + shares);
    refused("lies inside the data", "escrow", "split", CUSTODIANS, "--to=" + data.resolve("s"));
    for (String three : List.of("A,B", "A,B,B", "A,B,C,D", "A,B,<b>", "A,B,")) {
      refused(
          "Give three different custodians",
          "escrow",
          "split",
          "--custodians=" + three,
          "--to=" + folder.resolve("never"));
    }
    refused("Two shares are needed", "escrow", "drill", "--share=" + share(1));
    refused("Two shares are needed", "escrow", "recover", "--share=" + share(1));
    refused("holds no share of a key", drill(folder.resolve("password"), share(1)));
    assertThat(CommandRun.of("escrow").code()).isEqualTo(2);
    assertThat(CommandRun.of("escrow", "recover").code()).isEqualTo(2);
  }

  @Test
  void aDrillOpensWhatIsSealedAndWritesDownThatItWasHeld() throws IOException {
    String key = Files.readString(kit.keyFile);

    var held = typing(drill(1, 3));

    assertThat(held.code()).as(held.errors()).isZero();
    assertThat(held.out())
        .contains("would bring the key back: samples of")
        .contains("The next drill is due by");
    assertThat(acts("store.key-drill-held", EscrowShare.read(share(1)))).isPositive();
    assertThat(kit.keyFile).hasContent(key);
    assertThat(typing(drill(2, 2)).errors()).contains("Both are share 2");
  }

  /// Last of all a stranger's file lies in the key's place, and is left there.
  @Test
  void aKeyFileThatIsGoneComesBackFromTwoCustodiansAndEverybodyOnWatchIsTold() throws IOException {
    var recover = new String[] {"escrow", "recover", "--share=" + share(3), "--share=" + share(1)};
    refused("is there and works. Nothing was done", recover);
    String key = Files.readString(kit.keyFile);
    Files.delete(kit.keyFile);

    var serving =
        CommandRun.of(
            Stream.concat(
                    Stream.of(
                        "serve",
                        "--key-file=" + kit.keyFile,
                        "--data-dir=" + folder.resolve("real")),
                    Stream.of(given()))
                .toArray());
    assertThat(serving.code()).isEqualTo(1);
    assertThat(serving.errors())
        .contains("is missing", "have two custodians bring it back: bin/sightline escrow recover");
    assertThat(kit.keyFile).doesNotExist();

    var recovered = CommandRun.of(arguments(recover));

    assertThat(recovered.code()).as(recovered.errors()).isZero();
    assertThat(recovered.out()).contains("change the keys with rotate-keys and split anew");
    assertThat(kit.keyFile).hasContent(key);
    assertThat(acts("store.key-recovered", EscrowShare.read(share(1)))).isEqualTo(1);
    assertThat(
            kit.source()
                .queryForObject(
                    "select count(*) from audit.alert where kind = 'key-recovered'", Integer.class))
        .isPositive();
  }

  private String[] drill(int one, int other) {
    return drill(share(one), share(other));
  }

  private static String[] drill(Path one, Path other) {
    return new String[] {"escrow", "drill", "--share=" + one, "--share=" + other};
  }

  private Path share(int number) {
    return shares.resolve("share-%d.txt".formatted(number));
  }

  private int acts(String act, EscrowShare of) {
    return kit.source()
        .queryForObject(
            "select count(*) from audit.entry where act = ? and object = ?",
            Integer.class,
            act,
            of.split());
  }

  private void refused(String sentence, String... words) {
    var said = CommandRun.of(arguments(words));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.errors().strip()).contains(sentence).doesNotContain("\n");
  }

  private CommandRun typing(String... words) {
    var administrator = people.cast().the(Role.ADMINISTRATOR);
    return CommandRun.typing(
        List.of(administrator.username(), administrator.password()), arguments(words));
  }

  private Object[] arguments(String... words) {
    var all = new ArrayList<Object>(List.of(words));
    all.add("--key-file=" + kit.keyFile);
    all.add("--data-dir=" + data);
    all.addAll(List.of(given()));
    return all.toArray();
  }

  private String[] given() {
    return kit.given(kit.source().queryForObject("select current_database()", String.class));
  }

  private static String text(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(Files.readAllBytes(pdf))) {
      return new PDFTextStripper().getText(document);
    }
  }
}
