package org.sightline.proofs;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// What people do about agreements and at the sharing desk: an agreement from its first version to
/// its end, shares that go, are taken back, and do not go, and a risk of harm.
final class SharingJob {

  private final TestPeople people;
  private final FormSending forms;

  SharingJob(TestPeople people, FormSending.Witness witness) {
    this.people = people;
    this.forms = new FormSending(new FormFilling(Planted::into), witness);
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    var officer = people.signedIn(Role.GOVERNANCE);
    String list = "/sharing/organisations";
    forms.send(officer, list, list, "name", "Job School", "kind", "SCHOOL");
    forms.send(officer, list, list, "name", "Job Care", "kind", "SOCIAL_CARE", "school", "-");
    forms.send(officer, list, "/retirement");
    forms.send(officer, list, "/retirement");
    String codes = "/sharing/codes";
    forms.send(officer, codes, codes);
    forms.send(officer, codes, "/ending");
    forms.send(officer, codes, "/return");
    String pathways = "/sharing/pathways";
    forms.send(officer, pathways, pathways);
    forms.send(officer, pathways, "/ending");
    forms.send(officer, pathways, "/return");
    String agreement = agreement(officer);
    share();
    forms.send(officer, agreement, "/suspension");
    forms.send(officer, agreement, "/ending");
    forms.send(officer, agreement, "/ending/undoing");
    forms.send(officer, agreement, "/ending");
    // One stays in force, to be relied on.
    agreement(officer);
  }

  private String agreement(Visitor officer) {
    String fresh = "/sharing/agreements/new";
    String at = forms.send(officer, fresh, fresh, withoutRestrictions(officer, fresh)).path();
    String change = at + "/change";
    forms.send(officer, change, change, withoutRestrictions(officer, change));
    forms.send(officer, at, "/asking");
    forms.send(people.signedIn(Role.HEAD), at, "/activation");
    return at;
  }

  private String[] withoutRestrictions(Visitor officer, String page) {
    var given = new ArrayList<String>();
    for (Element field :
        forms.get(officer, page).page().select("[name^=category-], [name^=area-], [name^=why-]")) {
      given.addAll(List.of(field.attr("name"), ""));
    }
    return given.toArray(String[]::new);
  }

  private void share() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    String desk = "/sharing/workspaces/" + people.school();
    forms.send(owner, desk + "/purpose", "/purpose");
    forms.send(owner, desk + "/purpose", "/purpose");
    var many = prepared(owner, desk + "/new", "/new", "60");
    forms.send(owner, many.path(), "/second-person");
    var check = prepared(owner, desk + "/new", "/new", "12");
    String share = check.path().replace("/check", "");
    check = prepared(owner, share + "/change", "/change", "12");
    var typed = new ArrayList<String>();
    for (Element field : check.page().select("input[name^=confirm-]")) {
      String asked = check.page().select("label[for=" + field.id() + "]").text();
      typed.addAll(List.of(field.attr("name"), asked.replaceAll("^Type \"(.*)\".*", "$1")));
    }
    forms.send(owner, check.path(), "/sending", typed.toArray(String[]::new));
    forms.send(owner, share, "/undoing");
    forms.send(owner, check.path(), "/withholding");
    forms.send(owner, desk + "/not-shared", "/not-shared");
    var risk = forms.send(owner, "/sharing/risk-of-harm", "/sharing/risk-of-harm");
    forms.send(owner, risk.path(), "/adding");
    forms.answered(
        owner, risk.path() + "/receipt", List.of("arrived", "yes", "note", Planted.into("note")));
  }

  private Arrived prepared(Visitor owner, String page, String action, String howMany) {
    return forms.send(
        owner,
        page,
        action,
        "family",
        "-",
        "protectedAddress",
        "-",
        "area",
        "",
        "items",
        "-",
        "people",
        howMany);
  }
}
