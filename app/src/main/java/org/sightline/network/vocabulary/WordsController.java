package org.sightline.network.vocabulary;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.network.OwnWords;
import org.sightline.network.Vocabulary;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/network/words")
class WordsController {

  private final OwnWords own;
  private final Words words;

  WordsController(OwnWords own, Words words) {
    this.own = own;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, Model model) {
    return page(who, Answers.none(words), model);
  }

  @PostMapping
  String add(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    if (!own.mayChange(who)) {
      throw new NotThere();
    }
    var form = new Answers(words, values);
    var list = form.choice("list", Vocabulary.Choice.class, "network.words.list.missing");
    String name = form.needLine("name", "network.words.name.missing");
    boolean isThere =
        own.all(who).stream()
            .anyMatch(
                word ->
                    list.isPresent()
                        && word.list() == list.get()
                        && word.name().equalsIgnoreCase(name));
    if (isThere) {
      form.problem("name", words.say("network.words.there"));
    }
    if (list.filter(Vocabulary.Choice.TITLE::equals).isPresent() && !name.contains("{risk}")) {
      form.problem("name", words.say("network.words.no-risk"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, form, model);
    }
    own.add(who, list.orElseThrow(), name);
    Notice.leave(redirect, words.say("network.words.added"));
    return "redirect:/network/words";
  }

  @PostMapping("/{list}/{key}/{what:ending|return}")
  String offer(
      SignedIn who,
      @PathVariable String list,
      @PathVariable String key,
      @PathVariable String what,
      RedirectAttributes redirect) {
    var of =
        Arrays.stream(Vocabulary.Choice.values())
            .filter(one -> one.name().equals(list))
            .findFirst()
            .orElseThrow(NotThere::new);
    boolean again = what.equals("return");
    own.offer(who, of, key, again);
    Notice.leave(redirect, words.say(again ? "network.words.again" : "network.words.ended"));
    return "redirect:/network/words";
  }

  private String page(SignedIn who, Answers form, Model model) {
    var names = new LinkedHashMap<String, String>();
    for (var list : Vocabulary.Choice.values()) {
      names.put(list.name(), words.say("network.words." + list));
    }
    model.addAttribute(
        "page", new WordsPage(OwnWords.byList(own.all(who)), names, own.mayChange(who), form));
    return "network/vocabulary/words";
  }
}
