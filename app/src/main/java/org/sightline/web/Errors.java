package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Busy;
import org.sightline.kernel.InTheWay;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Stale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/// Turns every failure into a page with a sentence (WB-08). Faults of ours get a reference, under
/// which the log holds the kind of fault and where, never a value.
@ControllerAdvice
class Errors {

  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private final Words words;
  private final Sites sites;
  private final ObjectProvider<CarriedForms> carried;

  Errors(Words words, Sites sites, ObjectProvider<CarriedForms> carried) {
    this.words = words;
    this.sites = sites;
    this.carried = carried;
  }

  @ExceptionHandler
  ModelAndView notThere(NotThere notThere) {
    return page(HttpStatus.NOT_FOUND, "web.errors.not-there", null, null);
  }

  @ExceptionHandler
  ModelAndView stale(Stale stale, HttpServletRequest request) {
    var forms = carried.getIfAvailable();
    var typed = forms == null ? null : StillTyped.in(request, forms);
    return page(
        HttpStatus.PRECONDITION_FAILED,
        "web.errors.stale",
        stale.sentence(),
        null,
        typed == null ? List.of() : typed.prose());
  }

  /// Two did the same at the same moment, and the database took one: which of its rules said so is
  /// nobody's to know (DB-06).
  @ExceptionHandler
  ModelAndView atOnce(DuplicateKeyException other) {
    return page(HttpStatus.PRECONDITION_FAILED, "web.errors.stale", null, null);
  }

  @ExceptionHandler
  ModelAndView inTheWay(InTheWay inTheWay) {
    return page(HttpStatus.CONFLICT, "web.errors.refused", inTheWay.sentence(), null);
  }

  @ExceptionHandler
  ModelAndView refused(Refused refused) {
    return page(HttpStatus.UNPROCESSABLE_CONTENT, "web.errors.refused", refused.sentence(), null);
  }

  @ExceptionHandler
  ModelAndView busy(Busy busy) {
    return page(HttpStatus.SERVICE_UNAVAILABLE, "web.errors.busy", null, null);
  }

  @ExceptionHandler
  ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge) {
    return page(HttpStatus.CONTENT_TOO_LARGE, "web.errors.too-large", null, null);
  }

  @ExceptionHandler
  ModelAndView unreadable(MultipartException unreadable) {
    return ofStatus(HttpStatus.BAD_REQUEST);
  }

  /// On the student site a page of the staff's is not there, whatever it is asked.
  @ExceptionHandler
  ModelAndView notThatWay(
      HttpRequestMethodNotSupportedException unsupported, HttpServletRequest request) {
    return ofStatus(
        sites.of(request) == Site.STUDENT ? HttpStatus.NOT_FOUND : unsupported.getStatusCode());
  }

  @ExceptionHandler
  @Nullable ModelAndView anythingElse(Exception fault) {
    if (fault instanceof ErrorResponse response) {
      return ofStatus(response.getStatusCode());
    }
    if (fault instanceof TypeMismatchException
        || fault instanceof HttpMessageNotReadableException) {
      return ofStatus(HttpStatus.BAD_REQUEST);
    }
    return ofFailure(fault);
  }

  /// @return the page, or `null` when nobody is left to see one
  @Nullable ModelAndView ofFailure(Throwable failure) {
    if (HungUp.isIn(failure)) {
      log.debug("Somebody hung up before the answer was there");
      return null;
    }
    var unreadable = Unreadable.statusOf(failure);
    if (unreadable.isPresent()) {
      return ofStatus(HttpStatusCode.valueOf(unreadable.getAsInt()));
    }
    return DatabaseAway.isIn(failure)
        ? fault(HttpStatus.SERVICE_UNAVAILABLE, "web.errors.unavailable", failure)
        : fault(HttpStatus.INTERNAL_SERVER_ERROR, "web.errors.fault", failure);
  }

  ModelAndView ofStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> page(HttpStatus.NOT_FOUND, "web.errors.not-there", null, null);
      case 403 -> page(HttpStatus.FORBIDDEN, "web.errors.forbidden", null, null);
      case 413 -> page(HttpStatus.CONTENT_TOO_LARGE, "web.errors.too-large", null, null);
      case 503 -> page(HttpStatus.SERVICE_UNAVAILABLE, "web.errors.unavailable", null, null);
      default ->
          status.is4xxClientError()
              ? page(status, "web.errors.bad-request", null, null)
              : page(status, "web.errors.fault", null, null);
    };
  }

  /// The page that says the database is away greets nobody: looking up who is there would wait for
  /// the database once more.
  private @Nullable StillTyped stillTyped() {
    var forms = carried.getIfAvailable();
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here)) {
      return null;
    }
    here.getRequest().setAttribute(Shells.GREETS_NOBODY, true);
    return forms == null ? null : StillTyped.in(here.getRequest(), forms);
  }

  private ModelAndView fault(HttpStatus status, String key, Throwable fault) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    log.error("Fault {}: {} at {}", reference, fault.getClass().getName(), places(fault));
    return page(status, key, null, reference);
  }

  /// Classes and line numbers down to the root cause; messages may hold values, so they stay out.
  private static String places(Throwable fault) {
    var places = new StringBuilder();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      var frames = cause.getStackTrace();
      places.append(cause.getClass().getSimpleName());
      for (int i = 0, shown = 0; i < frames.length && shown < 4; i++) {
        if (i == 0 || frames[i].getClassName().startsWith("org.sightline")) {
          places.append(" < ").append(frames[i]);
          shown++;
        }
      }
      places.append("; ");
    }
    return places.toString();
  }

  private ModelAndView page(
      HttpStatusCode status, String key, @Nullable String sentence, @Nullable String reference) {
    return page(status, key, sentence, reference, List.of());
  }

  private ModelAndView page(
      HttpStatusCode status,
      String key,
      @Nullable String sentence,
      @Nullable String reference,
      List<String> notSaved) {
    var page =
        new ErrorPage(
            words.say(key + ".title"),
            sentence == null ? words.say(key + ".sentence") : sentence,
            reference,
            status.is4xxClientError() ? CameFrom.path() : null,
            "/",
            status == HttpStatus.SERVICE_UNAVAILABLE ? stillTyped() : null,
            notSaved);
    var view = new ModelAndView(ErrorPage.TEMPLATE, "page", page);
    view.setStatus(status);
    return view;
  }
}
