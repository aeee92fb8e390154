package org.sightline.engagement.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.kernel.NotThere;
import org.sightline.web.Promises;
import org.yaml.snakeyaml.Yaml;

/// All words of the consent form of a school.
///
/// @param school its name as students say it
/// @param parentalRule the local rule about parents and carers, for students to read
/// @param standard also set in large print
/// @param translations of the standard form, by language
public record ConsentText(
    String school,
    String parentalRule,
    FormWords standard,
    FormWords easyRead,
    Map<String, Translation> translations) {

  public static final String LANGUAGE = "en-GB";

  private static final ConsentText SHIPPED = read();

  /// The words that come with Sightline (`engagement/consent-v1.yaml`).
  public static ConsentText shipped() {
    return SHIPPED;
  }

  public ConsentText {
    translations = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(translations));
  }

  /// The forms a young person can be given: three in English, and the standard one and its large
  /// print in every language whose translation says what the English says now.
  public List<Form> forms() {
    var forms = new java.util.ArrayList<Form>();
    for (FormKind kind : FormKind.values()) {
      forms.add(Form.english(kind));
    }
    for (var translation : translations.values()) {
      if (translation.isCurrent(this)) {
        forms.add(new Form(FormKind.STANDARD, translation.language()));
        forms.add(new Form(FormKind.LARGE_PRINT, translation.language()));
      }
    }
    return forms;
  }

  /// @throws NotThere when the form is not one of this text
  Translation translation(Form form) {
    var found = translations.get(form.language());
    if (found == null || form.kind() == FormKind.EASY_READ) {
      throw new NotThere();
    }
    return found;
  }

  ConsentText with(Translation translation) {
    var more = new LinkedHashMap<>(translations);
    more.put(translation.language(), translation);
    return new ConsentText(school, parentalRule, standard, easyRead, more);
  }

  public FormWords words(FormKind kind) {
    return kind.wordsOf() == FormKind.EASY_READ ? easyRead : standard;
  }

  /// What a young person reads: with the rule about parents, and with what research there is.
  ///
  /// @param research the sentence about research, or ""
  public FormWords shown(Form form, Map<String, String> fills, String research) {
    var words =
        form.isTranslated()
            ? translation(form).words()
            : words(form.kind()).with("parentalRule", parentalRule);
    return words.with("research", research).filled(fills);
  }

  private static ConsentText read() {
    try (InputStream in = ConsentText.class.getResourceAsStream("/engagement/consent-v1.yaml")) {
      Map<String, Object> file = new Yaml().load(in);
      var settings = map(map(file.get("settings")).get("parentalConsent"));
      return new ConsentText(
          "our school",
          String.valueOf(settings.get("default")),
          form(file, "standard"),
          form(file, "easy-read"),
          Map.of());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static FormWords form(Map<String, Object> file, String id) {
    if (file.get("forms") instanceof List<?> forms) {
      for (var form : forms) {
        if (id.equals(map(form).get("id"))) {
          var pieces = new LinkedHashMap<String, String>();
          map(form).forEach((key, value) -> flatten(pieces, key, value));
          List.of("id", "name", "layout", "finalRequirement", "fieldsRequirement", "pictures")
              .forEach(pieces::remove);
          return new FormWords(pieces);
        }
      }
    }
    throw new IllegalStateException("There is no consent form " + id);
  }

  private static void flatten(Map<String, String> pieces, String key, Object value) {
    switch (value) {
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          Object child = list.get(i);
          boolean named = child instanceof Map<?, ?> map && map.containsKey("id");
          flatten(pieces, key + "." + (named ? map(child).get("id") : i), child);
        }
      }
      case Map<?, ?> map -> {
        String own = key.startsWith("statements.") ? key + ".text" : key;
        Object text = map.containsKey("text") ? map.get("text") : map.get("label");
        pieces.put(own, Promises.in(String.valueOf(text)));
        if (map.containsKey("help")) {
          pieces.put(key + ".help", Promises.in(String.valueOf(map.get("help"))));
        }
      }
      default -> pieces.put(key, Promises.in(value.toString()));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
  }
}
