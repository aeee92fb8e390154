package org.sightline.proofs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;

/// What decides about an address besides the roles that open its journey, in the words of
/// `docs/data-protection/access.md`. An address that none of these speaks of fails the build.
final class AccessRules {

  private record Rule(Pattern route, String reading, String changing) {}

  private static final String OWN = "one's own";
  private static final String ROUND = "a member of the round today";
  private static final String RUNNERS = "an owner or facilitator of the round";

  /// The first that matches speaks.
  private static final List<Rule> STAFF =
      List.of(
          rule("/|/error", "shows what is open to the reader anyhow", "nothing"),
          rule(
              "/(signing-in|setting-up)(/.*)?",
              "nobody is signed in yet: nothing of anybody's",
              "what somebody shows: password and code, passkey, or one-time link"),
          rule("/(signing-in-again|your-sign-in)(/.*)?", OWN, OWN),
          rule(
              "/colleagues(/.*)?",
              "administrators all; others those of their own school or team, and newcomers",
              "roles as `access.may_grant` says, never to oneself; the rest administrators only"),
          rule("/who-sees-what", "nothing of anybody's", ""),
          rule(
              "/reasons/.*",
              "the workspace, and the record, are open to the reader",
              "the workspace, and the record, are open to the reader; closes it to them"),
          rule(
              "/conflicts(/.*)?",
              "who looks after the workspace; what is declared about oneself is left out",
              "who looks after the workspace; nobody lifts what is about themselves"),
          rule(
              "/break-glass-reviews(/.*)?",
              "who looks after the workspace; not one's own",
              "who looks after the workspace; not one's own, and once"),
          rule(
              "/break-glass(/.*)?",
              "nothing of anybody's",
              "no block, one at a time, nothing that is open anyhow; given back by oneself"),
          rule(
              "/seals/.*",
              "the record is open to the reader; its seal, to whom it names",
              "lead, deputy, head or owner seals what is open to them; readers it names name more,"
                  + " and two of them open it"),
          rule(
              "/concerns/raising(/.*)?",
              "the form; receipts of one's own",
              "a member of the school or the round"),
          rule(
              "/concerns/[^/]+/copy",
              "the safeguarding lead, where the concern is open to them",
              "the safeguarding lead, where the concern is open to them"),
          rule(
              "/concerns(/.*)?",
              "the readers of its route, whom it is not about; no block; named where it is sealed",
              "the readers of its route, whom it is not about; no block; named where it is sealed"),
          rule(
              "/contexts/.*",
              "a member of the school today",
              "an owner, facilitator, lead, deputy or head of the school"),
          rule(
              "/engagement/rounds(/new)?",
              "the rounds one is a member of",
              "an owner, lead or head of the school"),
          rule(
              "/engagement/sessions/[^/]+/(keying|pile|pack|closing|starting|class-code|consent).*",
              RUNNERS,
              RUNNERS),
          rule("/engagement/slip-box", OWN, "a member of a round; says nothing of what it met"),
          rule(
              "/engagement/rounds/.*",
              ROUND,
              "the owner of the round; for its running, facilitators"),
          rule("/engagement/sessions/.*", ROUND, RUNNERS),
          rule(
              "/clocks/feed/.*",
              "whoever has the address, 128 random bits: days on which something is due, and nothing"
                  + " else",
              ""),
          rule("/clocks/my-calendar(/.*)?", OWN, OWN),
          rule(
              "/clocks/rules(/.*)?",
              "anybody signed in: nothing of anybody's",
              "a governance reader"),
          rule("/clocks/calendar/bank-holidays.*", "", "a governance reader"),
          rule(
              "/clocks/calendar(/.*)?",
              "the schools and teams one holds a role in",
              "administrator, lead, deputy, head or governance reader of the school"),
          rule(
              "/network/words(/.*)?",
              "words to choose from: nothing of anybody's",
              "a chair or governance reader"),
          rule(
              "/network/exercises(/new.*)?",
              "the exercises one is in",
              "a chair, practitioner or lead of the team or school"),
          rule(
              "/network/exercises/[^/]+/(objective|closing|reopening)",
              "its chair; no block",
              "its chair; no block"),
          rule(
              "/network/exercises/[^/]+/preparing/(spreadsheet|matrix\\.).*",
              "whoever works on it today; no block",
              "whoever works on it today; no block"),
          rule(
              "/network/exercises/[^/]+/(own-maps|photos)(/.*)?",
              "whoever works on it today; no block",
              "whoever works on it today; no block"),
          rule(
              "/network/exercises/[^/]+/sessions/[^/]+/filing(/.*)?",
              "whoever works on it today; no block",
              "whoever works on it today; no block"),
          rule(
              "/network/exercises/[^/]+/sessions/[^/]+/(sealing|review).*",
              "whoever works on it today as chair, practitioner or analyst; no block",
              "whoever works on it today as chair, practitioner or analyst; no block"),
          rule(
              "/network/exercises/[^/]+/assessments(/.*)?",
              "a member of the piece of work today; nothing about whom is closed to them",
              "whoever works on it as chair, practitioner or analyst; the same"),
          rule(
              "/network/exercises/.*",
              "to whom the piece of work is open; no block",
              "whoever works on it today; no block"),
          rule("/waiting(/.*)?", OWN, OWN),
          rule(
              "/picking-up(/.*)?",
              "what was left for the reader",
              "what was left for the reader; once"),
          rule("/copies-taken", "one's own copies, and those of the work one looks after", ""),
          rule(
              "/second-person(/.*)?",
              "who answers for the work; no block; named where it is sealed",
              "who answers for the work, other than whoever asked; within seven days"),
          rule(
              "/guests(/.*)?",
              "what the reader may ask guests to: results of their round, their piece of work",
              "the same; the link of a guest who has no role and never signed in"),
          rule("/packs(/.*)?", "a pass that is good now", ""),
          rule("/engagement/guest-results/.*", "a pass that is good now", ""),
          rule(
              "/network/guest-sessions/.*",
              "a pass that is good now; no record closed to the guest",
              ""),
          rule(
              "/teams",
              "the teams in which one holds a role",
              "an administrator or governance reader"),
          rule(
              "/role-reviews(/.*)?",
              "leads, heads and governance readers of the school, chairs of the team or the piece of"
                  + " work",
              "the same, never their own role; undoing, whoever said it, for a day"),
          rule(
              "/auditing(/.*)?",
              "a governance reader: what was done in their schools and to accounts, never content",
              "a governance reader: asks who saw a record of their schools"),
          rule(
              "/alerts(/.*)?",
              "a governance reader or administrator: ids only",
              "a governance reader or administrator: looked at, or to be looked at again"),
          rule(
              "/sharing/agreements.*",
              "what is in force, anybody signed in; the rest of the register, a governance officer",
              "a governance officer; into force by a second person, governance officer or head"),
          rule("/sharing/organisations(/.*)?", "a governance officer", "a governance officer"),
          rule(
              "/sharing/pathways(/.*)?",
              "anybody signed in: nothing of anybody's",
              "a governance officer"),
          rule(
              "/sharing/codes(/.*)?",
              "anybody signed in: nothing of anybody's",
              "a governance officer"),
          rule(
              "/sharing/risk-of-harm",
              "the form",
              "anybody signed in, for their own school: nothing stands in its way"),
          rule(
              "/sharing/casework/.*",
              "whoever works on the piece of work today; no block",
              "its chair"),
          rule(
              "/casework/[^/]+/opening",
              "whoever works on the piece of work today; no block",
              "whoever works on it, for what its agreements allow"),
          rule(
              "/sharing/workspaces/.*",
              "who shares in the workspace: owner, lead, deputy, head or chair; no block",
              "who shares in the workspace: owner, lead, deputy, head or chair; no block"),
          rule(
              "/sharing/shares/.*",
              "its author, and who shares in the workspace; stamps only, a governance officer",
              "its author, and who shares in the workspace"),
          rule("/sharing", "the workspaces one shares in, and one's own shares", ""),
          rule(
              "/casework(/new)?",
              "the pieces of work one is in",
              "a chair, practitioner or lead of the team or school"),
          rule(
              "/casework/.*",
              "whoever works on the piece of work today; no block",
              "its chair; roles of casework, never to oneself"),
          rule(
              "/people/search(/.*)?",
              "nothing of anybody's",
              "searches the records that are open to the reader, sealed ones where it names them"),
          rule(
              "/people/signposts/questions",
              "the chair of the piece of work that was asked about",
              ""),
          rule(
              "/people/signposts(/.*)?",
              OWN,
              "says whom to ask; nothing of what is sealed, or closed to the asker"),
          rule(
              "/people/[^/]+/signposts/.*",
              "",
              "the chair of the piece of work that was asked about"),
          rule(
              "/people/.*",
              "who works on a piece of work that holds the record; no block; named where it is"
                  + " sealed",
              "who works on a piece of work that holds the record; no block; named where it is"
                  + " sealed"),
          rule("/network/maps", "the pieces of work one is in", ""),
          rule(
              "/network/maps/[^/]+/versions.*",
              "whoever works on the piece of work today as chair, practitioner or analyst; nobody whose record is closed to them is on it",
              "whoever works on the piece of work as chair, practitioner or analyst"),
          rule(
              "/network/maps/[^/]+/(actions|gaps)(/.*)?",
              "whoever works on the piece of work today; nothing that answers whom is closed to them",
              "whoever works on the piece of work as chair, practitioner or analyst; the same"),
          rule(
              "/network/maps/.*",
              "whoever works on the piece of work today; nobody whose record is closed to them is on it",
              "whoever works on the piece of work as chair, practitioner or analyst; not on whom is closed to them"),
          rule("/plans/own", OWN, ""),
          rule(
              "/plans/(council-contacts|measures)(/.*)?",
              "a member of the school with a part in plans",
              "an owner, lead, deputy or head of the school; contacts also its administrator"),
          rule(
              "/plans(/.*)?",
              "owner, lead, deputy, head and facilitator of the round; what is sensitive, not the"
                  + " facilitator",
              "owner, lead, deputy and head of the round"));

  private static final List<Rule> STUDENT =
      List.of(
          rule(
              "/|/joining|/withdrawing|/leaving|/what-happens|/error",
              "anybody: nothing of anybody's",
              "the class code of an open session; a slip code for its own map"),
          rule(
              "/(year-group|marking|checking|slip)(/.*)?",
              "a browser that has joined an open session",
              "a browser that has joined an open session; nothing is ever shown again"));

  private AccessRules() {}

  static Optional<String> of(boolean staff, String route, RequestMethod verb) {
    return (staff ? STAFF : STUDENT)
        .stream()
            .filter(rule -> rule.route().matcher(route).matches())
            .findFirst()
            .map(rule -> verb == RequestMethod.GET ? rule.reading() : rule.changing())
            .filter(sentence -> !sentence.isEmpty());
  }

  private static Rule rule(String route, String reading, String changing) {
    return new Rule(Pattern.compile(route), reading, changing);
  }
}
