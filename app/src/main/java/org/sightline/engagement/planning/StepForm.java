package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.engagement.planning.SessionDetails.GroupGender;
import org.sightline.engagement.planning.SessionDetails.Sitting;
import org.sightline.engagement.planning.SessionDetails.YesNo;
import org.sightline.kernel.UserId;

/// The form of a set-up step: from what is stored to what is shown, and back.
final class StepForm {

  static final String DEPUTY = "response.deputy";
  static final String IF_ABOUT_LEAD = "response.if-about-lead";

  private StepForm() {}

  /// The form as it stands before anybody types.
  static Filled filled(SetUpState state, SetUpSteps.Step step) {
    var filled = Filled.empty();
    var details = state.session().details();
    filled.put("version", state.session().version());
    filled.put("done", state.session().stepsDone().contains(step.id()) ? "yes" : null);
    step.fields().forEach(field -> fill(filled, field, state.answer(field.id())));
    step.prompts().forEach(p -> filled.put("prompt." + p.id(), state.answer("prompt." + p.id())));
    switch (step.id()) {
      case "session-plan" -> fillPlan(filled, details);
      case "facilitators" ->
          state
              .session()
              .facilitators()
              .forEach(user -> filled.put("facilitator." + user, "STAFF"));
      case "participants" -> fillGroup(filled, details);
      case "confidentiality" -> fillResponse(filled, state);
      case "space" -> fillSpace(filled, details);
      default -> {}
    }
    return filled;
  }

  /// What the form says, with problems noted in it where it cannot be read.
  static StepChange read(Filled filled, SetUpState state, SetUpSteps.Step step) {
    var details = state.session().details();
    var answers = new HashMap<String, String>();
    step.fields().forEach(field -> answers.put(field.id(), read(filled, field)));
    for (var prompt : step.prompts()) {
      var field = "prompt." + prompt.id();
      if (filled.names().contains(field)) {
        answers.put(field, text(filled, field));
      }
    }
    if (step.id().equals("confidentiality")) {
      answers.put(DEPUTY, filled.text(DEPUTY));
      answers.put(IF_ABOUT_LEAD, text(filled, IF_ABOUT_LEAD));
    }
    return new StepChange(
        switch (step.id()) {
          case "session-plan" -> readPlan(filled, details);
          case "participants" -> readGroup(filled, details);
          case "space" -> readSpace(filled, details);
          default -> details;
        },
        step.id().equals("facilitators") ? readFacilitators(filled, state.team()) : null,
        step.id().equals("confidentiality") ? readResponse(filled, state) : null,
        answers,
        filled.is("done", "yes"));
  }

  private static void fill(Filled filled, SetUpSteps.Field field, @Nullable String answer) {
    if (answer == null) {
      return;
    }
    switch (field.kind()) {
      case CHOICES -> filled.putAll(field.id(), Arrays.asList(answer.split(",")));
      case DATE -> filled.put(field.id(), LocalDate.parse(answer));
      default -> filled.put(field.id(), answer);
    }
  }

  private static String read(Filled filled, SetUpSteps.Field field) {
    return switch (field.kind()) {
      case LINE, TEXT -> text(filled, field.id());
      case NUMBER -> {
        var number = filled.number(field.id(), 0, 2000);
        yield number == null ? "" : number.toString();
      }
      case DATE -> {
        var day = filled.hasDay(field.id()) ? filled.day(field.id()) : null;
        yield day == null ? "" : day.toString();
      }
      case TICK -> filled.ticked(field.id()) ? "yes" : "";
      case CHOICE, CHOICES ->
          String.join(
              ",",
              field.options().stream()
                  .map(SetUpSteps.Field.Option::id)
                  .filter(option -> filled.is(field.id(), option))
                  .toList());
    };
  }

  private static String text(Filled filled, String field) {
    var text = filled.textIfAny(field);
    return text == null ? "" : text;
  }

  private static void fillPlan(Filled filled, SessionDetails details) {
    filled.put("sitting", details.sitting());
    if (details.secondOn() != null) {
      filled.put("secondOn", details.secondOn());
    }
    for (var plan : StagePlan.all()) {
      for (var stage : plan.stages()) {
        boolean chosen = plan.sitting() == details.sitting();
        filled.put(
            minutesField(plan, stage),
            chosen ? StagePlan.minutes(stage, details) : stage.minutes());
      }
    }
  }

  private static SessionDetails readPlan(Filled filled, SessionDetails details) {
    var sitting = filled.choice(Sitting.class, "sitting", details.sitting());
    var plan = StagePlan.of(sitting);
    var changed = new HashMap<String, Integer>();
    for (var stage : plan.stages()) {
      var minutes = filled.number(minutesField(plan, stage), 0, SessionDetails.LONGEST_STAGE);
      if (minutes != null && minutes != stage.minutes()) {
        changed.put(stage.id(), minutes);
      }
    }
    var planned = details.sitting(sitting, changed);
    return sitting == Sitting.TWO_LESSONS ? planned.second(readSecond(filled, details)) : planned;
  }

  private static @Nullable LocalDate readSecond(Filled filled, SessionDetails details) {
    var day = filled.hasDay("secondOn") ? filled.day("secondOn") : null;
    if (day != null && day.isBefore(details.heldOn())) {
      filled.problem(
          "secondOn",
          "The first lesson is on %s. The second cannot be before it."
              .formatted(DayWords.of(details.heldOn())));
      return null;
    }
    return day;
  }

  static String minutesField(StagePlan plan, StagePlan.Stage stage) {
    return "minutes." + plan.sitting() + "." + stage.id();
  }

  private static Set<UserId> readFacilitators(Filled filled, List<Colleague> team) {
    return team.stream()
        .map(Colleague::id)
        .filter(colleague -> filled.is("facilitator." + colleague, "STAFF"))
        .collect(Collectors.toSet());
  }

  private static void fillGroup(Filled filled, SessionDetails details) {
    filled.put("keyStage", details.keyStage());
    filled.putAll("years", details.yearsExpected().stream().map(String::valueOf).toList());
    filled.put("gender", details.gender());
    filled.put("groupSize", details.groupSize());
    filled.put("chosenWithPupils", details.chosenWithPupils());
    filled.put("howChosen", details.howChosen());
    filled.put("peersChecked", details.peersChecked());
    filled.put("scribe", details.scribe());
  }

  private static SessionDetails readGroup(Filled filled, SessionDetails details) {
    return details
        .group(
            filled.number("keyStage", 2, 5),
            filled.all("years").stream()
                .filter(year -> year.matches("[3-9]|1[0-3]"))
                .map(Integer::valueOf)
                .toList(),
            filled.choice(GroupGender.class, "gender", GroupGender.NOT_ASKED),
            filled.number("groupSize", 1, 40))
        .chosen(
            filled.choice(YesNo.class, "chosenWithPupils", YesNo.NOT_ASKED),
            filled.textIfAny("howChosen"),
            filled.textIfAny("peersChecked"),
            filled.textIfAny("scribe"));
  }

  private static void fillSpace(Filled filled, SessionDetails details) {
    filled.put("heldOn", details.heldOn());
    filled.put(
        "startsAt",
        java.time.format.DateTimeFormatter.ofPattern("H:mm").format(details.startsAt()));
    filled.put("room", details.room());
    filled.put("roomIsPrivate", details.roomIsPrivate());
    filled.put("inClassTime", details.inClassTime());
  }

  private static SessionDetails readSpace(Filled filled, SessionDetails details) {
    var day = filled.day("heldOn");
    var time = filled.time("startsAt");
    var second = details.secondOn();
    if (day != null && second != null && day.isAfter(second)) {
      filled.problem(
          "heldOn",
          "The second lesson is on %s. Change its day first, in the session plan."
              .formatted(DayWords.of(second)));
      return details;
    }
    var moved = day == null || time == null ? details : details.at(day, time);
    return moved.in(
        filled.textIfAny("room"),
        filled.choice(YesNo.class, "roomIsPrivate", YesNo.NOT_ASKED),
        filled.choice(YesNo.class, "inClassTime", YesNo.NOT_ASKED));
  }

  private static void fillResponse(Filled filled, SetUpState state) {
    var plan = state.session().responsePlan();
    if (plan != null) {
      filled.put("response.lead", plan.lead());
      filled.put("response.pathway", plan.pathway());
    }
    filled.put(DEPUTY, state.answer(DEPUTY));
    filled.put(IF_ABOUT_LEAD, state.answer(IF_ABOUT_LEAD));
  }

  /// Half a response plan is a problem; none at all is not: the gate waits at the start (A08).
  private static @Nullable ResponsePlan readResponse(Filled filled, SetUpState state) {
    var pathway = filled.textIfAny("response.pathway");
    var lead =
        state.team().stream()
            .filter(colleague -> filled.is("response.lead", colleague.id().toString()))
            .findFirst();
    if (lead.isEmpty() && pathway == null) {
      if (state.session().responsePlan() != null) {
        filled.problem(
            "response.lead",
            "Name the member of staff to tell. A response plan that was"
                + " recorded can be changed but not emptied.");
      }
      return null;
    }
    if (lead.isEmpty()) {
      filled.problem(
          "response.lead",
          "Name the member of staff to tell, normally the designated safeguarding lead.");
      return null;
    }
    if (pathway == null) {
      filled.problem(
          "response.pathway",
          "Say how a concern is passed on. Example: the lead is told the same day and rings"
              + " children's social care.");
      return null;
    }
    return new ResponsePlan(lead.get().id(), pathway);
  }
}
