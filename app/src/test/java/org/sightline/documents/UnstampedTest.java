package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What young people get in their hands leads to nobody, and the plan that adults print does
/// (`docs/concepts/exports.md`).
@SightlineTest
class UnstampedTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private CopyTracing tracing;
  @Autowired private SystemStore store;

  private Session session;
  private Visitor owner;
  private long before;

  @BeforeEach
  void planASession() {
    session = rounds.anOpenSession(rounds.aRound());
    owner = people.signedIn(Role.ROUND_OWNER);
    before = copies();
  }

  @Test
  void consentFormsAndPacksAndPostersCarryNoStamp() throws IOException {
    byte[] forms =
        owner.get("/engagement/sessions/" + session.id() + "/consent-forms.pdf").response().body();
    byte[] pack =
        owner
            .post(
                "/engagement/sessions/" + session.id() + "/pack/printing",
                "part",
                "plan-sheets",
                "plan-sheets",
                "2")
            .response()
            .body();
    for (byte[] paper : new byte[][] {forms, pack}) {
      assertThat(text(paper)).isNotBlank().doesNotContain("taken by");
      assertThat(tracing.trace(paper)).isEmpty();
    }
    var poster = owner.get("/plans/" + session.round() + "/poster").page();
    assertThat(poster.select(".stamp, .printed-by")).isEmpty();
    assertThat(copies()).isEqualTo(before);
  }

  @Test
  void aPlanThatIsPrintedFromItsPageIsStampedEachTimeWithTheChosenPurpose() {
    String name = people.cast().the(Role.ROUND_OWNER).name();
    String path = "/plans/" + session.round() + "/print";

    var first = owner.get(path + "?purpose=COLLEAGUES").page().select(".stamp").text();
    var second = owner.get(path).page().select(".stamp").text();

    assertThat(first).contains(name, "For colleagues").isNotEqualTo(second);
    assertThat(second).contains("For colleagues");
    assertThat(tracing.traceCode(second))
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.by()).isEqualTo(name);
              assertThat(copy.kind()).isEqualTo("plans.plan-print");
            });
    assertThat(copies()).isEqualTo(before + 2);
  }

  @Test
  void aPageThatIsPrintedSaysByWhomOnPaperOnly() {
    var page = owner.get("/engagement/rounds").page();

    assertThat(page.select(".printed-by").text())
        .contains(people.cast().the(Role.ROUND_OWNER).name());
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private long copies() {
    return store
        .transactions()
        .execute(
            status ->
                store.jdbc().sql("select count(*) from documents.copy").query(Long.class).single());
  }
}
