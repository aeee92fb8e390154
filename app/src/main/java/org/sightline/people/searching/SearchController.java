package org.sightline.people.searching;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.people.IdentifierKind;
import org.sightline.people.Search;
import org.sightline.people.pages.LookUpForm;
import org.sightline.people.pages.Saying;
import org.sightline.web.Answers;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is searched for is posted, so that it stands in no address (WB-06); the page that answers
/// shows what was found.
@Controller
class SearchController {

  private final Search search;
  private final Saying saying;
  private final Words words;

  SearchController(Search search, Saying saying, Words words) {
    this.search = search;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/people/search")
  String ask(Model model) {
    return page(Answers.none(words), null, model);
  }

  @PostMapping("/people/search")
  String byName(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    var form = new Answers(words, values);
    String name = form.needLine("name", "people.search.name.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(form, null, model);
    }
    return page(form, search.byName(who, name), model);
  }

  @PostMapping("/people/search/exactly")
  String exactly(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    var form = new Answers(words, values);
    var lookUp = LookUpForm.read(form, words, saying.today());
    if (lookUp.isEmpty()) {
      response.setStatus(422);
      return page(form, null, model);
    }
    return page(form, search.exactly(who, lookUp.get()), model);
  }

  private String page(Answers form, Search.@Nullable Found found, Model model) {
    model.addAttribute(
        "page",
        new SearchPage(
            form,
            saying.options("number", IdentifierKind.class),
            found == null
                ? null
                : new SearchPage.Found(
                    found.searched(), found.hits().stream().map(this::row).toList())));
    return "people/searching/search";
  }

  private SearchPage.Row row(Search.Hit hit) {
    var details = hit.person().details();
    return new SearchPage.Row(
        "/people/" + hit.workspace() + "/" + hit.person().id(),
        details.name(),
        words.say("people.kind." + details.kind()),
        saying.shortAge(details.age()));
  }
}
