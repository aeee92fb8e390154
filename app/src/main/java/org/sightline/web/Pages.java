package org.sightline.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Renders a page from its compiled template. Every template takes `shell`, `words` and what else
/// the controller gives it, by name.
@Component
public class Pages {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Shells shells;
  private final Words words;

  Pages(Shells shells, Words words) {
    this.shells = shells;
    this.words = words;
  }

  /// A page of a site, in its shell.
  String render(String template, Map<String, ?> model, HttpServletRequest request) {
    Map<String, Object> parameters = new HashMap<>();
    var shell = shells.around(request);
    parameters.put("shell", template.equals(ErrorPage.TEMPLATE) ? shell.withoutWhy() : shell);
    parameters.put("words", words);
    engine.getParamInfo(template + ".jte").keySet().stream()
        .filter(name -> model.containsKey(name))
        .forEach(name -> parameters.put(name, model.get(name)));
    var output = new StringOutput(16_384);
    engine.render(template + ".jte", parameters, output);
    return output.toString();
  }

  /// A document for print: the template gets `words` and `page`, and no shell.
  public String document(String template, Object page) {
    var output = new StringOutput(16_384);
    engine.render(template + ".jte", Map.of("words", words, "page", page), output);
    return output.toString();
  }
}
