package org.sightline.clocks.calendars;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.Closure;
import org.sightline.clocks.Nation;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
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
@RequestMapping("/clocks/calendar")
class CalendarController {

  private final Calendars calendars;
  private final Words words;
  private final Clock clock;

  CalendarController(Calendars calendars, Words words, Clock clock) {
    this.calendars = calendars;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String show(
      SignedIn who,
      @RequestParam(defaultValue = "") String nation,
      @RequestParam(defaultValue = "") String year,
      Model model) {
    return page(who, Answers.none(words).with("nation", nation).with("year", year), model);
  }

  @OnlyFor({
    Role.ADMINISTRATOR,
    Role.HEAD,
    Role.SAFEGUARDING_LEAD,
    Role.DEPUTY_LEAD,
    Role.GOVERNANCE
  })
  @PostMapping("/{school}/closures")
  String close(
      SignedIn who,
      @PathVariable String school,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values).with("school", school);
    String name = form.needLine("name", "clocks.closure.name.missing");
    var first = form.day("first");
    var last = form.hasDay("last") ? form.day("last") : first;
    Closure closure = null;
    if (!form.isWrong()) {
      try {
        closure = new Closure(first.orElseThrow(), last.orElseThrow(), name);
      } catch (IllegalArgumentException refusal) {
        form.problem("last", String.valueOf(refusal.getMessage()));
      }
    }
    if (closure == null) {
      response.setStatus(422);
      return page(who, form, model);
    }
    calendars.close(who, WorkspaceId.of(school), closure);
    Notice.leave(redirect, words.say("clocks.closure.entered"));
    return "redirect:/clocks/calendar";
  }

  @OnlyFor({
    Role.ADMINISTRATOR,
    Role.HEAD,
    Role.SAFEGUARDING_LEAD,
    Role.DEPUTY_LEAD,
    Role.GOVERNANCE
  })
  @PostMapping("/{school}/closures/{id}/{what:ending|return}")
  String take(
      SignedIn who,
      @PathVariable String school,
      @PathVariable String id,
      @PathVariable String what,
      RedirectAttributes redirect) {
    boolean off = what.equals("ending");
    calendars.take(who, WorkspaceId.of(school), Ids.parse(id), off);
    Notice.leave(redirect, words.say(off ? "clocks.closure.ended" : "clocks.closure.returned"));
    return "redirect:/clocks/calendar";
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/bank-holidays")
  String proclaim(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var nation = form.choice("nation", Nation.class, "clocks.holiday.nation.missing");
    var day = form.day("holiday");
    String name = form.needLine("holidayName", "clocks.holiday.name.missing");
    if (!form.isWrong()
        && !calendars.proclaim(who, nation.orElseThrow(), day.orElseThrow(), name)) {
      form.problem("holiday", words.say("clocks.holiday.known"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, form, model);
    }
    Notice.leave(redirect, words.say("clocks.holiday.entered"));
    return "redirect:/clocks/calendar?nation="
        + nation.orElseThrow()
        + "&year="
        + day.orElseThrow().getYear();
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/bank-holidays/{id}/{what:ending|return}")
  String takeHoliday(
      SignedIn who,
      @PathVariable String id,
      @PathVariable String what,
      RedirectAttributes redirect) {
    boolean off = what.equals("ending");
    calendars.takeHoliday(who, Ids.parse(id), off);
    Notice.leave(redirect, words.say(off ? "clocks.holiday.ended" : "clocks.holiday.returned"));
    return "redirect:/clocks/calendar";
  }

  private String page(SignedIn who, Answers form, Model model) {
    var nation =
        Arrays.stream(Nation.values())
            .filter(one -> form.is("nation", one.name()))
            .findFirst()
            .orElse(calendars.nation());
    int thisYear = LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))).getYear();
    int year =
        form.value("year").matches("20[2-9]\\d") ? Integer.parseInt(form.value("year")) : thisYear;
    form.with("nation", nation.name());
    var schools =
        calendars.places(who).stream()
            .map(place -> new CalendarPage.School(place, calendars.closures(who, place.id())))
            .toList();
    model.addAttribute(
        "page",
        new CalendarPage(
            schools,
            nation,
            year,
            thisYear,
            calendars.bankHolidays(who, nation, year),
            calendars.mayProclaim(who),
            form));
    return "clocks/calendars/calendar";
  }
}
