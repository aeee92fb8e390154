package org.sightline.people.pages;

import java.time.LocalDate;
import java.util.Optional;
import org.sightline.people.LookUp;
import org.sightline.web.Answers;
import org.sightline.web.Words;

/// Reads an exact look-up out of a form: a number, or a surname with a date of birth.
public final class LookUpForm {

  private LookUpForm() {}

  /// What was filled in, or nothing when something is wrong, which the form then says.
  public static Optional<LookUp> read(Answers form, Words words, LocalDate today) {
    if (PersonForm.hasNumber(form)) {
      return PersonForm.number(form, words).map(LookUp.ByNumber::new);
    }
    String surname = form.needLine("surname", "people.lookup.missing");
    var born = form.day("born", today, "people.form.born.wrong");
    return form.isWrong()
        ? Optional.empty()
        : Optional.of(new LookUp.BySurnameAndBirth(surname, born.orElseThrow()));
  }
}
